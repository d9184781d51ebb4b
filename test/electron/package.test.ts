import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../repo/tree.ts';

/** Where Electron's binary keeps its fuses: a mark, a version, their number, and one digit each. */
/** As the wire writes them. */
const [off, on] = [48, 49];
const fuses = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009000000000';

/** Runs the real packager on a stand-in for Electron's folder: what is tested is what it puts in, and sets. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-package-'));
  const out = join(folder, 'out', 'linux-unpacked');
  const asar = join(out, 'resources', 'app.asar');
  let files: string[];

  beforeAll(() => {
    const electron = join(folder, 'electron');
    mkdirSync(join(electron, 'locales'), { recursive: true });
    copyFileSync('/bin/true', join(electron, 'electron'));
    appendFileSync(join(electron, 'electron'), fuses);
    for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/fr.pak', 'locales/de.pak'])
      writeFileSync(join(electron, file), '');
    const version = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest).devDependencies['electron'];
    execFileSync(
      `${root}node_modules/.bin/electron-builder`,
      [
        ...['--linux', 'dir', '--config', 'build/electron-builder.yml', '--publish', 'never'],
        ...[`-c.electronDist=${electron}`, `-c.electronVersion=${version}`, `-c.directories.output=${folder}/out`],
      ],
      { cwd: root, stdio: 'pipe' },
    );
    files = listPackage(asar, { isPack: false });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the agent’s bundles, its window and the native part, and nothing else', () => {
    const ours =
      /^\/(?:package\.json$|dist(?:$|\/shipped\.json$|\/(?:main|preload)(?:$|\/))|window(?:$|\/dist(?:$|\/)))/;
    const native = /^\/node_modules(?:$|\/koffi(?:$|\/)|\/@koromix(?:$|\/koffi-))/;
    expect(files.filter((file) => !ours.test(file) && !native.test(file))).toEqual([]);
    const bundles = [
      '/dist/main/main.mjs',
      '/dist/main/service.mjs',
      '/dist/preload/preload.cjs',
      '/dist/shipped.json',
    ];
    for (const file of bundles) expect(files).toContain(file);
    expect(files).toContain('/window/dist/index.html');
  });

  it('has no code of the console, no sources and no tests inside', () => {
    expect(files.filter((file) => /\.(?:ts|tsx|map)$|\.test\./.test(file))).toEqual([]);
    const bundles = files.filter((file) => file.startsWith('/dist/main/') && file.endsWith('.mjs'));
    const foreign = bundles.filter((file) => /fastify|kysely|console\/server/.test(textOf(file)));
    expect(foreign).toEqual([]);
  });

  it('our own part is at most 6 MB', () => {
    expect(statSync(asar).size).toBeLessThan(6_000_000);
  });

  it('names the version that the agent reports', () => {
    const manifest = JSON.parse(textOf('/package.json')) as Manifest;
    expect(manifest).toMatchObject({ main: 'dist/main/main.mjs', type: 'module' });
    expect(manifest.version).toBe((JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest).version);
  });

  it('cannot be turned into a plain Node, and runs only what is inside', async () => {
    const wire = await getCurrentFuseWire(join(out, 'shiftgate'));
    const state = (option: FuseV1Options) => wire[option];
    expect(state(FuseV1Options.RunAsNode)).toBe(off);
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(off);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(off);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(off);
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(on);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(on);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(on);
  });

  it('looks for updates with a generic provider', () => {
    const config = parse(readFileSync(join(out, 'resources', 'app-update.yml'), 'utf8'));
    expect(config).toMatchObject({ provider: 'generic', updaterCacheDirName: 'shiftgate-updater' });
  });

  it('is to be installed for one or for all, silently, with an office set beforehand', () => {
    const { nsis, win, mac, linux } = parse(readFileSync(`${root}build/electron-builder.yml`, 'utf8'));
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, include: 'build/installer.nsh' });
    expect(win.target[0]).toMatchObject({ target: 'nsis' });
    expect(mac).toMatchObject({ hardenedRuntime: true, extendInfo: { LSUIElement: true } });
    expect(mac.extendInfo.NSLocationWhenInUseUsageDescription).toContain('never reads where you are');
    expect(linux.target).toEqual(['AppImage', 'deb', 'rpm']);
  });

  function textOf(file: string): string {
    return extractFile(asar, file.slice(1)).toString('utf8');
  }
});

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}
