import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { parseNative } from '../../windows/native.ts';
import { parseRegistry, type Registry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'screen-lock'>;

const desktop = 'HKCU\\Control Panel\\Desktop';
const policy = 'HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop';
const machine = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const winlogon = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';
const saver = ['ScreenSaveActive', 'ScreenSaverIsSecure', 'ScreenSaveTimeOut', 'SCRNSAVE.EXE'];

const Supply = z.object({ mains: z.number().optional(), battery: z.number().optional() });
const Power = z.object({ displayOff: Supply, sleep: Supply, passwordOnWake: Supply, modernStandby: z.boolean() });
type Power = z.output<typeof Power>;

/** One thing that happens to a PC left alone. */
interface Way {
  readonly idle: number;
  readonly password: boolean;
  readonly grace: number;
}

/** Three ways lead to a locked screen: the limit for inactivity, the screen saver, and sleep. The first that asks counts. */
export const screenLockWindows = reader<Fact, 'settings' | 'power'>({
  probes: {
    settings: {
      kind: 'registry',
      keys: [
        { key: desktop, values: [...saver, 'DelayLockInterval'] },
        { key: policy, values: saver },
        { key: machine, values: ['InactivityTimeoutSecs'] },
        { key: winlogon, values: ['ScreenSaverGracePeriod'] },
      ],
      why: 'when the screen saver comes, and whether it asks for a password',
    },
    power: {
      kind: 'windows',
      call: 'power',
      why: 'when the PC goes to sleep, and whether waking it asks for a password',
    },
  },
  parse(transcripts): Parsed<Fact> {
    const registry = parseRegistry(transcripts.settings, desktop);
    if ('cannotTell' in registry) return registry;
    if (registry.state(desktop) !== 'there') return registry.trouble(desktop);
    const power = parseNative(transcripts.power, Power, 'power scheme');
    const known = 'value' in power ? power.value : undefined;
    const ways = [inactivity(registry), screenSaver(registry), ...(known ? byPower(known, registry) : [])];
    const found = ways.filter((way) => way !== undefined).sort((left, right) => left.idle - right.idle);
    return { fact: toFact(found, 'value' in power ? undefined : power) };
  },
});

/** The earliest way that asks for a password; without one, the earliest at all. */
function toFact(ways: readonly Way[], unread: CannotTell | undefined): Fact {
  const way = ways.find(({ password }) => password) ?? (unread ? undefined : ways[0]);
  if (way) {
    const cap = (seconds: number) => Math.min(31_536_000, Math.round(seconds));
    return { idle: cap(way.idle), password: way.password, grace: cap(way.grace) };
  }
  // What is not known might lock it.
  if (unread) return { idle: unread, password: unread, grace: unread };
  return { idle: 'never', password: { cannotTell: 'absent', detail: 'nothing covers the screen' }, grace: 0 };
}

function inactivity(registry: Registry): Way | undefined {
  const idle = registry.number(machine, 'InactivityTimeoutSecs') ?? 0;
  return idle > 0 ? { idle, password: true, grace: 0 } : undefined;
}

/** Seconds that Windows leaves for moving the mouse after the screen saver has come. */
const graceDefault = 5;

/** Every value is a text. Without a program the screen saver is "(None)" and nothing happens. */
function screenSaver(registry: Registry): Way | undefined {
  const value = (name: string) => registry.text(policy, name) ?? registry.text(desktop, name);
  const idle = Number(value('ScreenSaveTimeOut') ?? 0);
  const isOn = value('ScreenSaveActive') !== '0' && Boolean(value('SCRNSAVE.EXE')) && idle > 0;
  if (!isOn) return undefined;
  const grace = registry.number(winlogon, 'ScreenSaverGracePeriod') ?? graceDefault;
  return { idle, password: value('ScreenSaverIsSecure') === '1', grace };
}

const neverAsk = 0xffff_ffff;

/** The later of mains and battery counts; 0 is never. A dark screen alone locks only a PC with modern standby. */
function byPower({ displayOff, sleep, passwordOnWake, modernStandby }: Power, registry: Registry): Way[] {
  const delay = registry.number(desktop, 'DelayLockInterval') ?? 0;
  const asks = passwordOnWake.mains !== 0 && passwordOnWake.battery !== 0 && delay !== neverAsk;
  const ways = modernStandby ? [longest(displayOff), longest(sleep)] : [longest(sleep)];
  const grace = delay === neverAsk || !modernStandby ? 0 : delay;
  return ways.filter((idle) => idle > 0).map((idle) => ({ idle, password: asks, grace }));
}

function longest({ mains, battery }: z.output<typeof Supply>): number {
  const both = [mains, battery].filter((seconds) => seconds !== undefined);
  return both.length === 0 || both.includes(0) ? 0 : Math.max(...both);
}
