/** Everything that the window may ask of the main process. The arguments of each are in arguments.ts. */
export const acts = [
  'getModel',
  'recheck',
  'openProgram',
  'openSettings',
  'closeProgram',
  'copy',
  'askHelp',
  'reportIncident',
  'markSeen',
  'saveLog',
  'setSettings',
  'installUpdate',
  'readInvitation',
  'enrol',
] as const;
export type Act = (typeof acts)[number];

export function channelOf(act: Act): string {
  return `ask:${act}`;
}

/** The main process tells the window of every change here. */
export const modelChannel = 'tell:model';

/** An answer as it crosses: of an error that is thrown across, Electron keeps a text of its own making. */
export type Answer = { readonly value: unknown } | { readonly trouble: string };
