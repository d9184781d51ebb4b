import type { Access, AccessReason } from '../access/decide.ts';
import type { CannotTellReason, Params, Text } from '../checks/define.ts';
import { checks } from '../checks/index.ts';

/** One word per access, the same on every screen. */
export const accessWord: Readonly<Record<Access, string>> = {
  ready: 'Ready',
  warned: 'Fix soon',
  draining: 'Finishing call',
  locked: 'Locked',
};

const cannotTellTexts: Readonly<Record<CannotTellReason, string>> = {
  absent: 'this PC has nothing that would know',
  denied: 'this PC did not allow it',
  'needs-admin': 'only an administrator may read it',
  'location-off': 'location is switched off',
  timeout: 'this PC did not answer in time',
  'too-large': 'the answer was too long',
  unparsable: 'the answer had an unknown form',
  failed: 'reading it ended with an error',
  unsupported: 'there is no reader for this system yet',
  'never-read': 'it has not been reported yet',
  stale: 'the last reading is too old',
};

const outsideTexts: Readonly<Record<string, Text>> = {
  'manual-lock': { problem: 'Locked by {by}: {reason}', remedy: 'Call helpdesk; they can lift the lock.' },
  'out-of-contact': {
    problem: 'The Shiftgate agent on this PC has not been in contact.',
    remedy: 'Check that this PC is online and that Shiftgate is running; access comes back by itself.',
  },
  'awaiting-approval': { problem: 'This PC waits for approval by IT.', remedy: 'Ask helpdesk to approve it.' },
  quarantined: {
    problem: 'Two PCs use the identity of this one.',
    remedy: 'Call helpdesk; they will enrol this PC anew.',
  },
  revoked: { problem: 'This PC has been signed out of Shiftgate.', remedy: 'Ask helpdesk for a new enrolment link.' },
};

/** Fills `{name}` with its parameter; an unknown name stays as it is, so that a missing parameter is seen. */
export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return name === 'days' ? sayDays(Number(value)) : String(value ?? whole);
  });
}

function sayDays(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** Problem and remedy of a finding or of a reason. `cause` is a check or a cause outside the checks. */
export function say(cause: string, code: string, params: Params): Text {
  const check = Object.values(checks).find((one) => one.id === cause);
  const text = (check?.texts as Record<string, Text> | undefined)?.[code] ?? outsideTexts[code];
  if (text) return { problem: fill(text.problem, params), remedy: fill(text.remedy, params) };
  if (check && code === 'ok') return { problem: `${check.title}: all good.`, remedy: 'Nothing to do.' };
  const what = String(params['what'] ?? check?.title ?? cause);
  const why = cannotTellTexts[code as CannotTellReason] ?? code;
  return {
    problem: `Cannot tell (${what}): ${why}.`,
    remedy: 'Nothing for you to do yet; helpdesk can see the details.',
  };
}

/** The access in one sentence, from the most severe reason. */
export function sayAccess(access: Access, reasons: readonly AccessReason[]): string {
  const first = reasons[0];
  if (access === 'ready') return 'This PC is ready for work.';
  if (!first) return `${accessWord[access]}.`;
  const { problem } = say(first.cause, first.code, first.params);
  if (access === 'draining') return `Finish this call; no new ones after it. ${problem}`;
  return problem;
}
