/** The same act upon many workstations. */
export const bulk = {
  selected: {
    label: 'Selected workstations',
    whom: 'the selected workstations',
    count: { one: '{count} workstation selected', other: '{count} workstations selected' },
    clear: 'Clear',
  },
  title: {
    message: { one: 'Message to {count} workstation', other: 'Message to {count} workstations' },
    excuse: { one: 'Excuse {count} workstation', other: 'Excuse {count} workstations' },
    lock: { one: 'Lock {count} workstation', other: 'Lock {count} workstations' },
  },
  send: { one: 'Send to {count} workstation', other: 'Send to {count} workstations' },
  lockAbout: 'Their people lose the CRM at once, until somebody lifts the lock.',
  checksAbout: 'Nobody’s caller code stands for many: the audit says that you went without.',
  messageAbout: 'It shows in each person’s tray.',
  reasonIsFor: 'The people see it, and it stays in the history.',
  done: {
    recheck: { one: '{count} workstation asked to check now.', other: '{count} workstations asked to check now.' },
    message: { one: '{count} workstation messaged.', other: '{count} workstations messaged.' },
    assign: { one: '{count} workstation assigned.', other: '{count} workstations assigned.' },
    excuse: { one: '{count} workstation excused.', other: '{count} workstations excused.' },
    lock: { one: '{count} workstation locked.', other: '{count} workstations locked.' },
  },
  takenBack: { one: 'Taken back for {count} workstation.', other: 'Taken back for {count} workstations.' },
  failed: 'Not {who}: {problem}',
  failedMore: {
    one: 'Not {who}, and {count} other: {problem}',
    other: 'Not {who}, and {count} others: {problem}',
  },
};
