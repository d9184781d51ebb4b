/** What a test decides about the system that the program finds. */
export interface Setting {
  /** Folder in which the stand-in keeps what a system would: the lock, the key of the key store, downloads. */
  readonly userData: string;
  /** Where the browser listens that shows the windows. */
  readonly browser: string;
  readonly languages: readonly string[];
  readonly hasKeyStore: boolean;
}

const text = process.env['SHIFTGATE_STAND_IN'];
if (!text) throw new Error('SHIFTGATE_STAND_IN says what the stand-in should be.');
export const setting: Setting = JSON.parse(text) as Setting;

type Drive = Readonly<Record<string, (...args: never[]) => unknown>>;
const drives: Record<string, (...args: never[]) => unknown> = {};

/** What a test may see and do from outside. */
export function drivable(more: Drive): void {
  Object.assign(drives, more);
}

process.on('message', async (raw) => {
  const { id, name, args } = raw as { id: number; name: string; args: never[] };
  try {
    const drive = drives[name];
    if (!drive) throw new Error(`Nobody drives "${name}".`);
    process.send?.({ id, value: await drive(...args) });
  } catch (error) {
    process.send?.({ id, trouble: error instanceof Error ? error.message : String(error) });
  }
});
// A test that ended took the person with it.
process.on('disconnect', () => process.exit(1));
