/** The triage: what rows and menus say. */
export const triage = {
  timeZone: 'Times are in {zone}.',
  waiting: { one: '{count} waits for an answer', other: '{count} wait for an answer' },
  incidents: { one: '{count} reported something suspicious', other: '{count} reported something suspicious' },
  suspicious: 'Suspicious',
  finishingCall: 'Finishing call',
  unknownLanguage: 'Language unknown',
  ownTime: '{from}–{to} in {zone}',
  openTimeline: 'Open the timeline',
  done: 'Done',
  closed: 'Closed for {who}.',
  assignTo: 'Assign to',
  takesCare: '{name} takes care of {who}.',
};
