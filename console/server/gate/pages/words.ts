import type { AccessReason } from '../../../../shared/access/decide.ts';
import type { Text } from '../../../../shared/checks/define.ts';
import { checks } from '../../../../shared/checks/index.ts';
import { say } from '../../../../shared/words/english.ts';

/** Everything the gate's pages say, in one place, so that another language is another file of this form. */
export const words = {
  language: 'en',
  product: 'Shiftgate',

  locked: {
    title: (program: string) => `You can’t open ${program} right now`,
    hint: 'This page goes back to where you were as soon as access is back.',
    since: 'Locked since',
    whatToDo: 'What to do',
    fixSoon: 'Fix this soon too',
    fixBy: 'Fix by',
    check: 'I fixed it, check again',
    asking: 'Asking your PC to look again…',
    unchanged: 'Your PC has looked again, and the reason is still there. Last answer at',
    quiet: 'Your PC was asked, but has not reported a change yet. This page keeps watching.',
    unreachable: 'Shiftgate on this PC is not in contact. Check that the PC is online and that Shiftgate is running.',
    offline: 'This page has lost its connection and keeps trying.',
    pc: 'PC',
    person: 'Person',
    forHelpdesk: 'For helpdesk',
    signOut: 'Sign this browser out',
    noScript: 'This page looks again every 20 seconds.',
  },

  notBound: {
    title: (program: string) => `Open ${program} from Shiftgate on your PC`,
    lead: 'This browser is not linked to a checked PC yet, or its link has ended. A link lasts for one working day.',
    steps: (program: string, id: string) => [
      `Choose “Open ${program}” in the Shiftgate menu of this PC,`,
      `or run: shiftgate-agent open ${id}`,
    ],
    after: 'Your browser then opens the CRM by itself.',
    again: 'I have done that, try again',
  },

  launch: {
    title: (program: string) => `Open ${program}`,
    opening: (program: string) => `Opening ${program}…`,
    /** `{person}` and `{host}` are filled in by the page. */
    openingFor: (program: string) => `Opening ${program} for {person} on {host}…`,
    openingOn: (program: string) => `Opening ${program} on {host}…`,
    noTicket: (program: string) => `This page opens from Shiftgate on your PC: choose “Open ${program}” in its menu.`,
    used: (program: string) =>
      `This link was used or has expired. Choose “Open ${program}” in Shiftgate on your PC again.`,
    failed: 'That did not work: the gate cannot be reached or cannot write its data right now.',
    again: 'Try again',
    noScript: 'This page needs JavaScript to open the CRM. Switch it on for this site and open the CRM again.',
  },

  upstreamDown: {
    title: (program: string) => `${program} is not answering`,
    lead: 'Your PC is fine and you are let in; it is the CRM itself that cannot be reached at the moment.',
    whatToDo: 'Wait a minute and try again. If it stays like this, tell helpdesk that the CRM is down.',
    again: 'Try again',
  },

  unknownHost: {
    title: 'There is no CRM at this address',
    lead: 'Check the address, or open the CRM from Shiftgate on your PC.',
  },

  notFound: {
    title: 'There is no such page',
    lead: 'Open the CRM from Shiftgate on your PC.',
  },

  badRequest: {
    title: 'The request has the wrong form',
    lead: 'Open the CRM from Shiftgate on your PC.',
  },

  broken: {
    title: 'Something went wrong on our side',
    lead: 'Nothing was changed. Try again in a minute; helpdesk can find the details in the console’s log.',
  },
} as const;

const notDecided: Text = {
  problem: 'This PC has not been checked for this work yet.',
  remedy:
    'Make sure that Shiftgate is running on this PC. If this stays, ask helpdesk whether the PC belongs to the program.',
};

/** Problem and remedy of a reason, and why it matters to the people on the line, where the reason is a check. */
export function sayReason({ cause, code, params }: AccessReason): Text & { why?: string | undefined } {
  if (code === 'not-decided') return notDecided;
  const check = Object.values(checks).find((one) => one.id === cause);
  return { ...say(cause, code, params), why: check?.why };
}
