import { randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The console cannot start; the message says why and what to do about it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Makes the data folder, for its owner alone. */
export async function openHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotStart(
      `The data folder ${home} cannot be written. Give this user the right to write there, or choose another folder with SHIFTGATE_HOME.`,
      { cause },
    );
  }
}

/** The text of a file in the data folder; undefined when there is none. */
export async function findHomeFile(home: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(join(home, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CannotStart(`${join(home, name)} cannot be read. It must belong to the user that runs the console.`, {
      cause: error,
    });
  }
}

/** Writes a secret file, readable by its owner alone. */
export async function writeHomeFile(home: string, name: string, text: string): Promise<void> {
  await orSay(writeFile(join(home, name), text, { mode: 0o600 }), join(home, name));
}

/** Makes a secret file, whole from its first moment; false when it is there already. */
export async function makeHomeFile(home: string, name: string, text: string): Promise<boolean> {
  const half = `${name}.${randomUUID()}`;
  await writeHomeFile(home, half, text);
  try {
    await link(join(home, half), join(home, name));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return await orSay(Promise.reject(error), join(home, name));
  } finally {
    await rm(join(home, half), { force: true });
  }
}

async function orSay<Result>(writing: Promise<Result>, path: string): Promise<Result> {
  try {
    return await writing;
  } catch (cause) {
    throw new CannotStart(`${path} cannot be written. Check the folder's rights and the free space.`, { cause });
  }
}
