import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../log.ts';
import { codeOf } from './run-command.ts';

/** The agent's own files: a folder that only its owner may enter, every file 0600 and replaced as a whole. */
export interface StateFolder {
  readonly path: string;
  /** Undefined when there is no such file. */
  read(name: string): string | undefined;
  /** A reader, or a start after `kill -9`, sees the old text or the new one, never a part. */
  write(name: string, text: string): void;
  /** The same for what the agent can do without: returns why it failed, instead of throwing. */
  tryWrite(name: string, text: string): string | undefined;
  /** Does nothing when there is no such file. */
  remove(name: string): void;
  /** Moves a file that cannot be used out of the way and returns its new path. */
  setAside(name: string): string;
}

export function openStateFolder(path: string): StateFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  closeToOthers(path, 0o700);
  return {
    path,
    read(name) {
      const file = join(path, name);
      try {
        closeToOthers(file, 0o600);
        return readFileSync(file, 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: (name, text) => replaceFile(path, name, text),
    tryWrite(name, text) {
      try {
        replaceFile(path, name, text);
        return undefined;
      } catch (error) {
        return reasonOf(error);
      }
    },
    remove: (name) => rmSync(join(path, name), { force: true }),
    setAside(name) {
      const aside = join(path, `${name}.broken-${Date.now()}`);
      renameSync(join(path, name), aside);
      return aside;
    },
  };
}

function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}.${process.pid}.draft`);
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, join(folder, name));
}

/** A copy restored from a backup may have come back readable for everybody. */
function closeToOthers(path: string, mode: number): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}

/** Where the device key and the enrolment are kept; a desktop may keep them in its key ring instead. */
export interface Secrets {
  read(name: string): Promise<string | undefined>;
  write(name: string, value: string): Promise<void>;
}

export function secretsIn(folder: StateFolder): Secrets {
  return {
    read: async (name) => folder.read(name),
    write: async (name, value) => folder.write(name, value),
  };
}
