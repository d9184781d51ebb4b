import { createReadStream, existsSync } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LineFilter } from './line-filter.ts';
import type { FileProbe, FilesProbe, FolderProbe, Transcript, Trouble } from './probe.ts';
import { codeOf, runCommand } from './run-command.ts';

const plainLimit = 1024 * 1024;
const filteredLimit = 64 * 1024 * 1024;
const filesLimit = 256 * 1024 * 1024;

/** A path as a probe has it: `~/` is the home of the person for whom the agent runs. */
export function placeOf(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

export async function readFileProbe(probe: FileProbe): Promise<Transcript> {
  const path = probe.paths.map(placeOf).find((candidate) => existsSync(candidate));
  if (path === undefined) return { outcome: 'absent', detail: probe.paths[0] ?? '' };
  try {
    const { mtime } = await stat(path);
    const kept = new LineFilter(probe.keep, probe.keep ? filteredLimit : plainLimit);
    if (!(await pushFile(path, kept))) return { outcome: 'too-large', detail: path };
    return { outcome: 'ok', text: kept.end(), changedAt: mtime.toISOString() };
  } catch (error) {
    return { outcome: troubleOf(error), detail: path };
  }
}

/** False when the file exceeds the limit. */
async function pushFile(path: string, kept: LineFilter): Promise<boolean> {
  for await (const chunk of createReadStream(path)) {
    if (!kept.push(chunk as Buffer)) return false;
  }
  return true;
}

export async function readFilesProbe(probe: FilesProbe): Promise<Transcript> {
  try {
    const files = await findFiles(probe);
    if (files.length === 0) return { outcome: 'absent', detail: `${probe.folder} holds none` };
    const { through, keep } = probe;
    if (through) {
      const { paths, args } = through;
      return await runCommand({ paths, args: [...args, ...files], timeout: 20_000, keep, limit: filesLimit });
    }
    const kept = new LineFilter(keep, filesLimit);
    for (const file of files) {
      kept.endFile();
      if (!(await pushFile(file, kept))) return { outcome: 'too-large', detail: file };
    }
    return { outcome: 'ok', text: kept.end() };
  } catch (error) {
    return { outcome: troubleOf(error), detail: probe.folder };
  }
}

/** The files that a probe names now, with their full paths. */
export async function findFiles({ folder, names }: FilesProbe): Promise<string[]> {
  const found = await readdir(folder);
  return found
    .filter((name) => names.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export async function readFolderProbe({ path }: FolderProbe): Promise<Transcript> {
  try {
    const { mtime } = await stat(path);
    const names = (await readdir(path)).sort();
    const lines = await Promise.all(
      names.map(async (name) => `${(await lstat(join(path, name))).mtime.toISOString()}\t${name}\n`),
    );
    return { outcome: 'ok', text: lines.join(''), changedAt: mtime.toISOString() };
  } catch (error) {
    return { outcome: troubleOf(error), detail: path };
  }
}

/** Changes whenever one of the files or folders does. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map((path) =>
      stat(placeOf(path), { bigint: true }).then(
        ({ ino, size, mtimeNs }) => `${ino}.${size}.${mtimeNs}`,
        (error: unknown) => codeOf(error) ?? 'unknown',
      ),
    ),
  );
  return stamps.join(' ');
}

function troubleOf(error: unknown): Trouble {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent';
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
}
