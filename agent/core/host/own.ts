import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { agentVersion } from '../version.ts';
import type { Own, Transcript } from './probe.ts';
import { stampOf } from './read-files.ts';

/** The list of what was shipped: it lies at the top of the agent's own folder of programs. */
export const shippedFile = 'shipped.json';
/** What the desktop part notes of the agent: updates, permissions, where the key is. */
export const notesFile = 'own.json';
const keyFile = 'device-key.json';

/** A path below the folder of the list; SHA-256 in base64url. */
const Shipped = z.object({
  version: z.string(),
  files: z.record(z.string().regex(/^(?!\.\.?\/)(?!.*\/\.\.?\/)[^/\\][^\\]*$/), z.string().length(43)),
});
type Shipped = z.output<typeof Shipped>;

interface Places {
  /** The agent's own state; nothing is known of its key without it. */
  readonly state?: string | undefined;
  /** Where the search for the list begins; it goes upwards. */
  readonly programs?: string;
}

export interface OwnReader {
  read(): Promise<Transcript>;
}

/** Files are hashed again only when one of them has another time, size or number. */
export function openOwn({ state, programs = import.meta.dirname }: Places): OwnReader {
  const top = findTop(programs);
  let known: { stamp: string; changed: number } | undefined;

  async function countChanged(folder: string, { version, files }: Shipped): Promise<number> {
    const names = Object.keys(files);
    const stamp = await stampOf(names.map((name) => join(folder, name)));
    if (known?.stamp === stamp) return known.changed;
    let changed = version === agentVersion ? 0 : 1;
    for (const name of names) if ((await hashOf(join(folder, name))) !== files[name]) changed += 1;
    known = { stamp, changed };
    return changed;
  }

  async function readFiles(): Promise<Pick<Own, 'files' | 'changed'>> {
    if (top === undefined) return { files: 'unlisted' };
    const shipped = await readShipped(top);
    if (!shipped) return { files: 'unreadable' };
    const changed = await countChanged(top, shipped);
    return changed === 0 ? { files: 'intact' } : { files: 'changed', changed };
  }

  return {
    async read() {
      const noted = state === undefined ? undefined : await textOf(join(state, notesFile));
      const own: Own = {
        version: agentVersion,
        ...(await readFiles()),
        ...(state !== undefined && { keyFile: existsSync(join(state, keyFile)) }),
        ...(noted !== undefined && { noted }),
      };
      return { outcome: 'ok', text: JSON.stringify(own) };
    },
  };
}

/** The list for files of a folder, by their paths below it: what a package is shipped with. */
export async function listShipped(folder: string, names: readonly string[]): Promise<string> {
  const hashes = await Promise.all(names.map(async (name) => [name, (await hashOf(join(folder, name))) ?? '']));
  const shipped: Shipped = { version: agentVersion, files: Object.fromEntries(hashes) };
  return JSON.stringify(Shipped.parse(shipped), null, 2);
}

function findTop(from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, shippedFile))) return folder;
  }
  return undefined;
}

async function readShipped(folder: string): Promise<Shipped | undefined> {
  try {
    return Shipped.parse(JSON.parse((await textOf(join(folder, shippedFile))) ?? ''));
  } catch {
    return undefined;
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('base64url');
  } catch {
    // Gone, or closed to the agent: either way not as it was shipped.
    return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
