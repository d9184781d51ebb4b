import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Release, ReleaseState, ReleaseVersion } from '../../../../shared/protocol/update-routes.ts';

const Rollout = z.record(ReleaseVersion, Release.pick({ state: true, percent: true }));
type Rollout = z.infer<typeof Rollout>;

/** What the packager calls the file that says which version is the newest, for each system. */
const newest = /^latest(?:-mac|-linux(?:-arm64)?)?\.yml$/;
const packages = /^[\w.-]+\.(?:exe|AppImage|deb|rpm|dmg|zip|blockmap)$/;

/** Versions of the agent: a folder each below `updates` in the data folder, filled by IT with what the packager made. */
export class Releases {
  readonly #folder: string;

  constructor(home: string) {
    this.#folder = join(home, 'updates');
  }

  /** The newest first. */
  async list(): Promise<Release[]> {
    const rollout = await this.#readRollout();
    const names = await readdir(this.#folder).catch(() => []);
    const versions = names.filter((name) => ReleaseVersion.safeParse(name).success).sort(byVersion);
    return Promise.all(
      versions.map(async (version) => ({
        version,
        state: ReleaseState.enum.held,
        percent: 100,
        ...rollout[version],
        files: (await readdir(join(this.#folder, version))).filter((name) => newest.test(name) || packages.test(name)),
      })),
    );
  }

  /** False when there is no such version. */
  async set(version: string, change: Pick<Release, 'state' | 'percent'>): Promise<boolean> {
    if (!(await this.list()).some((release) => release.version === version)) return false;
    const rollout: Rollout = { ...(await this.#readRollout()), [version]: change };
    const file = join(this.#folder, 'rollout.json');
    await mkdir(this.#folder, { recursive: true });
    await writeFile(`${file}.part`, JSON.stringify(rollout, undefined, 2));
    await rename(`${file}.part`, file);
    return true;
  }

  /** What an agent sees: the newest offered version of its system, and the packages of offered versions. */
  async find(name: string): Promise<{ text: string } | { path: string } | undefined> {
    if (!newest.test(name) && !packages.test(name)) return undefined;
    const offered = (await this.list()).find(({ state, files }) => state === 'offered' && files.includes(name));
    if (!offered) return undefined;
    const path = join(this.#folder, offered.version, name);
    if (!newest.test(name)) return { path };
    const text = await readFile(path, 'utf8');
    const isForAll = offered.percent === 100;
    return { text: isForAll ? text : `${text.trimEnd()}\nstagingPercentage: ${offered.percent}\n` };
  }

  async #readRollout(): Promise<Rollout> {
    const text = await readFile(join(this.#folder, 'rollout.json'), 'utf8').catch(() => '{}');
    return Rollout.parse(JSON.parse(text));
  }
}

function byVersion(left: string, right: string): number {
  const [ours, theirs] = [left, right].map((version) => version.split('.').map(Number));
  const first = ours?.findIndex((part, index) => part !== theirs?.[index]) ?? -1;
  return first < 0 ? 0 : (theirs?.[first] ?? 0) - (ours?.[first] ?? 0);
}
