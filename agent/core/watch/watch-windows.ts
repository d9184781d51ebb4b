import type { CheckId } from '../../../shared/checks/index.ts';
import { type Signal, watchSignal } from '../host/windows/events.ts';
import { orElse } from '../host/windows/library.ts';
import { wayPrint } from '../host/windows/network.ts';
import type { Watch, WatchEvent } from './event.ts';

/** What Windows itself signals, and which facts may have changed then. */
export const windowsSignals: readonly {
  readonly signal: Signal;
  readonly because: WatchEvent['because'];
  readonly checks: readonly CheckId[];
  readonly why: string;
}[] = [
  {
    signal: { kind: 'address' },
    because: 'network',
    checks: ['vpn', 'wifi-security', 'firewall'],
    why: 'notices at once that an address has changed',
  },
  {
    signal: { kind: 'route' },
    because: 'network',
    checks: ['vpn'],
    why: 'notices at once that a route has changed',
  },
  ...(
    [
      ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 'packages', ['software']],
      ['HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 'packages', ['software']],
      ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update', 'packages', ['os-patch']],
      ['HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings', 'settings', ['os-patch']],
      ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy', 'settings', ['firewall']],
      ['HKCU\\Control Panel\\Desktop', 'settings', ['screen-lock']],
      ['HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon', 'settings', ['auto-login']],
      ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server', 'settings', ['remote-login']],
      ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters', 'settings', ['time-sync']],
    ] as const
  ).map(([key, because, checks]) => ({
    signal: { kind: 'registry' as const, key },
    because,
    checks,
    why: 'notices at once that this was changed',
  })),
];

/** Milliseconds: an installer writes to its key many times over. */
const settle = 1_000;
/** Milliseconds between two looks at which way public addresses leave: IPv6 is in neither signal of the network. */
const lookEvery = 750;
/** Milliseconds between two readings of the whole table, for a route beside those ways. */
const readEvery = 10_000;

/** Says which facts to read again when Windows signals a change; what cannot be watched is read by the clock alone. */
export function watchWindowsSignals(onEvent: (event: WatchEvent) => void): Watch {
  const pending = new Map<object, NodeJS.Timeout>();
  const watches = windowsSignals.map((entry) => {
    const say = () => onEvent({ because: entry.because, checks: entry.checks });
    return watchSignal(entry.signal, () => {
      if (entry.because === 'network') return say();
      clearTimeout(pending.get(entry));
      pending.set(entry, setTimeout(say, settle));
    });
  });
  const readWay = () => orElse('', wayPrint);
  let way = readWay();
  const look = setInterval(() => {
    const now = readWay();
    if (now !== way) onEvent({ because: 'network', checks: ['vpn', 'wifi-security'] });
    way = now;
  }, lookEvery);
  const poll = setInterval(() => onEvent({ because: 'settings', checks: ['vpn'] }), readEvery);
  return {
    close() {
      clearInterval(look);
      clearInterval(poll);
      for (const timer of pending.values()) clearTimeout(timer);
      for (const watch of watches) watch?.close();
    },
  };
}
