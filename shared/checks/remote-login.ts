import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/** Ways by which somebody else can get onto the PC that come with the system itself. */
const ServiceKind = z.enum(['rdp', 'ssh', 'vnc', 'screen-sharing', 'remote-management', 'file-sharing', 'telnet']);
type ServiceKind = z.infer<typeof ServiceKind>;

const Service = z.object({
  kind: ServiceKind,
  state: maybe(z.enum(['on', 'off'])),
  /** `this-pc`: only programs of this PC can reach it. */
  reach: maybe(z.enum(['network', 'this-pc'])).optional(),
});
type Service = z.output<typeof Service>;

const Fact = z.object({
  services: z.array(Service).max(12),
  /** The person at work sits somewhere else and uses this PC over the network. */
  remoteSession: maybe(z.boolean()),
});

const Settings = z.object({
  /** Services that must be off. */
  forbid: z.array(ServiceKind).default(['rdp', 'ssh', 'vnc', 'screen-sharing', 'remote-management', 'telnet']),
  /** Working on this PC from somewhere else. */
  remoteSession: z.enum(['forbid', 'allow']).default('forbid'),
});
type Settings = z.output<typeof Settings>;

type Code = 'open' | 'remote-session';
type Verdicts = Verdict<Code>[];

const names: Readonly<Record<ServiceKind, string>> = {
  rdp: 'Remote Desktop',
  ssh: 'SSH',
  vnc: 'VNC',
  'screen-sharing': 'Screen Sharing',
  'remote-management': 'Remote Management',
  'file-sharing': 'File Sharing',
  telnet: 'Telnet',
};

export const remoteLogin = defineCheck({
  id: 'remote-login',
  title: 'Remote login',
  why: 'Somebody who logs in from outside sees the same customer data as you.',
  fact: Fact,
  settings: Settings,
  evaluate({ services, remoteSession }, settings): Verdicts {
    return [...open(services, settings), ...session(remoteSession, settings)];
  },
  describe({ services, remoteSession }) {
    const on = services.filter(isReachable).map(({ kind }) => names[kind]);
    const list = on.length > 0 ? `on: ${on.join(', ')}` : 'nothing seen that lets others in';
    return remoteSession === true ? `${list} · used from somewhere else now` : list;
  },
  texts: {
    open: {
      problem: 'Others can log in to this PC over the network ({names}).',
      remedy: 'Switch {names} off in the sharing or remote settings of this PC.',
    },
    'remote-session': {
      problem: 'This PC is being used from somewhere else.',
      remedy: 'End the remote session and work at this PC itself.',
    },
  },
});

function isReachable({ state, reach }: Service): boolean {
  return state === 'on' && reach !== 'this-pc';
}

function open(services: readonly Service[], { forbid }: Settings): Verdicts {
  const asked = forbid.map((kind) => services.filter((service) => service.kind === kind));
  // A kind that the system does not have is not in the list at all.
  const present = asked.flat();
  if (services.length === 0 && forbid.length > 0) return [hidden('what lets others in', { cannotTell: 'absent' })];
  const doubtful = present.filter(({ state, reach }) => isUnknown(state) || (state === 'on' && isUnknown(reach)));
  const on = present.filter((service) => isReachable(service) && !isUnknown(service.reach));
  const verdicts: Verdicts = doubtful.map(({ kind, state, reach }) => {
    const reason = isUnknown(state) ? state : isUnknown(reach) ? reach : { cannotTell: 'failed' as const };
    return hidden(names[kind], reason);
  });
  if (on.length === 0) return verdicts;
  const list = [...new Set(on.map(({ kind }) => names[kind]))].join(', ');
  return [{ outcome: 'fail', code: 'open', params: { names: list } }, ...verdicts];
}

function session(remoteSession: z.output<typeof Fact>['remoteSession'], settings: Settings): Verdicts {
  if (settings.remoteSession === 'allow' || remoteSession === false) return [];
  if (isUnknown(remoteSession)) return [hidden('whether this PC is used from somewhere else', remoteSession)];
  return [{ outcome: 'fail', code: 'remote-session' }];
}
