import type { Model } from '../../../agent/ipc/model.ts';
import type { AccessReason, Decision } from '../../../shared/access/decide.ts';
import type { Finding } from '../../../shared/access/evaluate.ts';
import type { CheckId, Readings } from '../../../shared/checks/index.ts';

export type Snapshot = NonNullable<Model['snapshot']>;
type Program = Snapshot['programs'][number];

/** The moment at which every picture is taken. */
export const at = Date.parse('2026-11-24T14:12:30.000Z');
export const after = (seconds: number) => new Date(at + seconds * 1000).toISOString();

const readings: Readings = {
  software: { readAt: after(-30), fact: { catalogue: '2026-11-22', found: [] } },
  vpn: { readAt: after(-30), fact: { tunnels: [], ipv4: 'none', ipv6: 'absent' } },
};

function finding(check: CheckId, outcome: Finding['outcome'], code = 'ok', params: Finding['params'] = {}): Finding {
  return { check, outcome, code, params, strategy: 'deadline', within: 86_400, critical: false };
}

export const anyDesk = finding('software', 'fail', 'forbidden-running', { names: 'AnyDesk' });
export const updates = finding('os-patch', 'fail', 'security-updates-missing', {
  count: 12,
  days: 16,
  names: 'openssl, linux-image-amd64',
});
const openWifi = finding('wifi-security', 'fail', 'open', { interface: 'wlan0' });
const locationOff = finding('wifi-security', 'cannot-tell', 'location-off', { what: 'wlan0' });
const noVpn = finding('vpn', 'not-applicable', 'not-required');
const pass = (check: CheckId) => finding(check, 'pass');

function reason({ check, code, params }: Finding, effect: AccessReason['effect'], until?: string): AccessReason {
  return { cause: check, code, params, effect, since: after(-600), ...(until && { until }) };
}

function program(name: string, findings: readonly Finding[], decision?: Decision): Program {
  return { id: name.toLowerCase(), name, policyVersion: 3, findings, ...(decision && { decision }) };
}

const passes = [pass('os-patch'), pass('wifi-security'), pass('software'), noVpn];
const ready: Decision = { access: 'ready', reasons: [] };

export function snapshotOf(programs: readonly Program[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    at: after(0),
    workstation: 'ws_Ab3kP9vQxT2mZ7yL',
    console: { name: 'Brightline Support', url: 'https://shiftgate.brightline.example' },
    link: { state: 'connected', over: 'websocket', lastContactAt: after(-2) },
    lease: { seconds: 900, endsAt: after(898) },
    readings,
    programs,
    queued: 0,
    payloads: [],
    messages: [],
    ...more,
  };
}

export function modelOf(snapshot: Snapshot | undefined, more: Partial<Model> = {}): Model {
  return {
    phase: 'running',
    os: 'windows',
    version: '0.1.0',
    settings: { language: 'en', look: 'system' },
    ...(snapshot && { snapshot, lastCheck: { at: after(-30), took: 412 } }),
    messages: [],
    callerCode: { digits: '482913', until: after(27) },
    keyProtection: 'keyring',
    ...more,
  };
}

const lockedByAnyDesk = program('CRM', [pass('os-patch'), pass('wifi-security'), anyDesk, noVpn], {
  access: 'locked',
  reasons: [reason(anyDesk, 'lock')],
});

/** One model for each state that the window can be in. */
export const states = {
  ready: modelOf(snapshotOf([program('CRM', passes, ready)])),
  'fix by': modelOf(
    snapshotOf([
      program('CRM', [updates, openWifi, pass('software'), noVpn], {
        access: 'warned',
        deadline: after(2_250),
        reasons: [reason(updates, 'deadline', after(2_250)), reason(openWifi, 'advise')],
      }),
    ]),
  ),
  'finishing call': modelOf(
    snapshotOf([
      program('CRM', [anyDesk, pass('os-patch'), pass('wifi-security'), noVpn], {
        access: 'draining',
        deadline: after(540),
        reasons: [reason(anyDesk, 'drain', after(540))],
      }),
    ]),
  ),
  locked: modelOf(snapshotOf([lockedByAnyDesk])),
  'two programs': modelOf(
    snapshotOf([
      lockedByAnyDesk,
      program('Payments', [updates, pass('wifi-security')], {
        access: 'ready',
        reasons: [reason(updates, 'excused', after(13_500))],
      }),
    ]),
  ),
  'cannot tell': modelOf(
    snapshotOf([
      program('CRM', [pass('os-patch'), locationOff, pass('software'), noVpn], {
        access: 'warned',
        deadline: after(5_400),
        reasons: [reason(locationOff, 'deadline', after(5_400))],
      }),
    ]),
  ),
  'could not read': modelOf(
    snapshotOf([
      program('CRM', [pass('os-patch'), locationOff, pass('software'), noVpn], {
        access: 'ready',
        reasons: [reason(locationOff, 'advise')],
      }),
    ]),
  ),
  offline: modelOf(
    snapshotOf([program('CRM', passes, ready)], {
      link: { state: 'connecting', trouble: 'the console does not answer', lastContactAt: after(-320) },
      lease: { seconds: 900, endsAt: after(580) },
    }),
  ),
  'offline for too long': modelOf(
    snapshotOf(
      [
        program('CRM', passes, {
          access: 'locked',
          reasons: [{ cause: 'out-of-contact', code: 'out-of-contact', params: {}, effect: 'lock' }],
        }),
      ],
      {
        link: { state: 'connecting', trouble: 'the console does not answer', lastContactAt: after(-1_320) },
        lease: { seconds: 900, endsAt: after(-420) },
      },
    ),
  ),
  checking: modelOf(snapshotOf([], { readings: {}, link: { state: 'connecting' } })),
  'not connected': modelOf(snapshotOf([program('CRM', passes)], { link: { state: 'connecting' } })),
  refused: modelOf(
    snapshotOf([program('CRM', passes)], {
      link: {
        state: 'connecting',
        refused: 'revoked-workstation',
        trouble: 'This PC has been signed out of Shiftgate.',
      },
    }),
  ),
  crashed: modelOf(undefined, { phase: 'crashed' }),
  'not enrolled': modelOf(undefined, { phase: 'not-enrolled' }),
} as const satisfies Record<string, Model>;

const report = (seq: number, facts: Readings): Snapshot['payloads'][number] => ({
  sentAt: after(-600 + seq * 60),
  acknowledged: true,
  report: {
    workstation: 'ws_Ab3kP9vQxT2mZ7yL',
    seq,
    bootId: '5f0c-boot',
    nonce: 'n0nce-n0nce-n0nce-n0nce',
    prev: '',
    observedAt: after(-600 + seq * 60),
    facts,
    same: seq === 1 ? {} : { vpn: after(-30) },
  },
});

/** A PC that has sent two reports and talked with helpdesk. */
export const talkative = modelOf(
  {
    ...states['fix by'].snapshot!,
    payloads: [
      report(1, readings),
      report(2, {
        software: {
          readAt: after(-30),
          fact: { catalogue: '2026-11-22', found: [{ id: 'anydesk', running: true, by: 'file-name' }] },
        },
      }),
    ],
  },
  {
    messages: [
      {
        from: 'person',
        id: '0e9f0000-0000-4000-8000-000000000001',
        at: after(-900),
        text: 'The update stops at 80 %.',
        taken: true,
        asks: 'help',
      },
      {
        from: 'helpdesk',
        id: '0e9f0000-0000-4000-8000-000000000002',
        at: after(-300),
        name: 'Maria',
        text: 'Restart once, then it goes on.',
        seen: false,
      },
    ],
  },
);
