/** Names of what the page keeps from the console, so that an event can say what is no longer true. */
export const keys = {
  session: ['session'],
  sessions: ['sessions'],
  account: ['account'],
  operators: ['operators'],
  tokens: ['tokens'],
  singleSignOn: ['single-sign-on'],
  workstations: ['workstations'],
  workstation: (id: string) => ['workstation', id],
  timeline: (id: string) => ['timeline', id],
  programs: ['programs'],
  policy: (program: string) => ['policy', program],
  audit: ['audit'],
} as const;
