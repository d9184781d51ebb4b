import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What a backup consists of: the data and the keys that the agents have pinned. */
export const files = ['shiftgate.db', 'keys.json'] as const;
export const manifestFile = 'backup.json';

export const Manifest = z.object({
  madeAt: z.iso.datetime(),
  consoleId: z.string(),
  /** SHA-256 of each file, hex. */
  hashes: z.record(z.enum(files), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A backup folder whose files are all there and unchanged. @throws Error that says what is wrong with it. */
export async function openBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const file of files) {
    const hash = await hashOf(join(folder, file)).catch(() => undefined);
    if (hash === undefined) throw new Error(`${file} is missing from the backup in ${folder}. Take another one.`);
    if (hash !== manifest.hashes[file])
      throw new Error(`${file} in ${folder} was changed or is damaged. Take another backup.`);
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')));
  } catch (cause) {
    throw new Error(`${folder} holds no backup of Shiftgate (${manifestFile} is missing or damaged).`, { cause });
  }
}
