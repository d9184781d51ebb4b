import { systemFunction } from './library.ts';
import { rootOf } from './registry.ts';

/** Something that Windows signals when it changes. */
export type Signal =
  | { readonly kind: 'address' }
  | { readonly kind: 'route' }
  /** A key and everything below it. */
  | { readonly kind: 'registry'; readonly key: string };

/** Milliseconds between two looks at whether an event is set, each of which costs less than a microsecond. */
const lookEvery = 200;

const ioPending = 997;
const waitObject = 0;
/** KEY_NOTIFY | KEY_WOW64_64KEY */
const notify64 = 0x0010 | 0x0100;
/** REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET | REG_NOTIFY_THREAD_AGNOSTIC */
const changes = 0x1 | 0x4 | 0x1000_0000;

interface Armed {
  isSet(): boolean;
  /** False when Windows does not take it. */
  arm(): boolean;
  close(): void;
}

/** Calls back when Windows signals a change; undefined where it cannot. Nothing is waited for: events are looked at. */
export function watchSignal(signal: Signal, onChange: () => void): { close(): void } | undefined {
  let armed: Armed | undefined;
  try {
    armed = open(signal);
  } catch {
    return undefined;
  }
  if (!armed?.arm()) {
    armed?.close();
    return undefined;
  }
  const ready = armed;
  const timer = setInterval(() => {
    if (!ready.isSet()) return;
    ready.arm();
    onChange();
  }, lookEvery);
  return {
    close() {
      clearInterval(timer);
      ready.close();
    },
  };
}

function open(signal: Signal): Armed | undefined {
  const create = systemFunction('kernel32.dll', 'CreateEventW', ['ptr', 'i32', 'i32', 'ptr'], 'i64');
  const event = BigInt(create(null, 0, 0, null));
  if (event === 0n) return undefined;
  const isSet = () =>
    Number(systemFunction('kernel32.dll', 'WaitForSingleObject', ['i64', 'u32'])(event, 0)) === waitObject;
  const closeEvent = () => systemFunction('kernel32.dll', 'CloseHandle', ['i64'], 'i32')(event);
  const source = signal.kind === 'registry' ? registrySource(signal.key, event) : networkSource(signal.kind, event);
  if (source === undefined) {
    closeEvent();
    return undefined;
  }
  return {
    isSet,
    arm: source.arm,
    close() {
      source.close();
      closeEvent();
    },
  };
}

type Source = Pick<Armed, 'arm' | 'close'>;

function registrySource(key: string, event: bigint): Source | undefined {
  const openKey = systemFunction('advapi32.dll', 'RegOpenKeyExW', ['i64', 'text', 'u32', 'u32', 'ptr']);
  const watch = systemFunction('advapi32.dll', 'RegNotifyChangeKeyValue', ['i64', 'i32', 'u32', 'i64', 'i32']);
  const { root, path } = rootOf(key);
  const handle = Buffer.alloc(8);
  if (Number(openKey(root, path, 0, notify64, handle)) !== 0) return undefined;
  const opened = handle.readBigInt64LE();
  return {
    arm: () => Number(watch(opened, 1, changes, event, 1)) === 0,
    close: () => systemFunction('advapi32.dll', 'RegCloseKey', ['i64'])(opened),
  };
}

/** Windows may write into one a moment after it was told to stop. */
const kept: Buffer[] = [];

/** The OVERLAPPED of 32 bytes, whose event stands at 24, has to stay in place as long as Windows may write to it. */
function networkSource(kind: 'address' | 'route', event: bigint): Source {
  const overlapped = Buffer.alloc(32);
  overlapped.writeBigInt64LE(event, 24);
  kept.push(overlapped);
  const handle = Buffer.alloc(8);
  const name = kind === 'address' ? 'NotifyAddrChange' : 'NotifyRouteChange';
  const ask = systemFunction('iphlpapi.dll', name, ['ptr', 'ptr']);
  return {
    arm: () => Number(ask(handle, overlapped)) === ioPending,
    close: () => systemFunction('iphlpapi.dll', 'CancelIPChangeNotify', ['ptr'], 'i32')(overlapped),
  };
}
