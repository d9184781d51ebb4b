import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** What one look at everything costs, in milliseconds. */
export interface ScanCost {
  readonly wall: number;
  /** Of the process and of the programs it started. */
  readonly cpu: number;
}

export interface ScanCosts {
  /** The first look, the loading of the code included. */
  readonly first: ScanCost;
  /** The looks after it, with nothing changed. */
  readonly again: readonly ScanCost[];
  /** Bytes resident after all of them. */
  readonly memory: number;
}

/** Clock ticks of the kernel per second. */
const ticks = 100;

/** Milliseconds of this process, and of its children that have ended. */
function cpuUsed(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [children, childrenSystem] = [Number(fields[13]), Number(fields[14])];
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + ((children + childrenSystem) * 1000) / ticks;
}

async function measure(look: () => Promise<unknown>): Promise<ScanCost> {
  const [startedAt, used] = [performance.now(), cpuUsed()];
  await look();
  return { wall: performance.now() - startedAt, cpu: cpuUsed() - used };
}

/** Every reader of the agent, as `shiftgate-agent check` calls them. */
async function openAgentScan(stateFolder: string): Promise<() => Promise<unknown>> {
  const { scanOnce } = await import('../../agent/core/scan.ts');
  const { createHost } = await import('../../agent/core/host/host.ts');
  const { Programs } = await import('../../agent/core/programs.ts');
  const { openMemory } = await import('../../agent/core/scanner.ts');
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { openStateFolder } = await import('../../agent/core/host/state-folder.ts');
  const folder = openStateFolder(stateFolder);
  const host = createHost('linux');
  const memory = openMemory(folder, silent);
  const programs = new Programs(folder, silent);
  return () => scanOnce(programs, { host, memory, now: () => new Date() });
}

/** The calls of systeminformation that come closest to the same facts. */
async function openSystemInformation(): Promise<() => Promise<unknown>> {
  const si = await import('systeminformation');
  return () =>
    Promise.all([
      ...[
        si.osInfo(),
        si.versions('openssl'),
        si.networkInterfaces(),
        si.wifiConnections(),
        si.networkGatewayDefault(),
      ],
      ...[
        si.processes(),
        si.users(),
        si.diskLayout(),
        si.blockDevices(),
        si.fsSize(),
        si.usb(),
        si.system(),
        si.bios(),
      ],
    ]);
}

const openers = { agent: openAgentScan, systeminformation: openSystemInformation };
const repeats = 7;

/** Run as `scan-process.ts agent <folder>` or `scan-process.ts systeminformation <folder>`; prints {@link ScanCosts} as JSON. */
if (process.argv[1] === import.meta.filename) {
  const [who, folder] = process.argv.slice(2);
  const open = openers[who as keyof typeof openers];
  if (!open || !folder) throw new Error('Run it as: scan-process.ts agent|systeminformation <folder>');
  // As the agent does in its own folder.
  enableCompileCache(join(folder, 'compiled'));
  let look: () => Promise<unknown> = () => Promise.resolve();
  const loading = await measure(async () => {
    look = await open(folder);
  });
  const reading = await measure(() => look());
  const again: ScanCost[] = [];
  for (let time = 0; time < repeats; time += 1) again.push(await measure(() => look()));
  const first = { wall: loading.wall + reading.wall, cpu: loading.cpu + reading.cpu };
  const costs: ScanCosts = { first, again, memory: process.memoryUsage.rss() };
  process.stdout.write(JSON.stringify(costs), () => process.exit());
}
