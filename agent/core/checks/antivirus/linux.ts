import { isUnknown } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { RunningProcess, Transcript } from '../../host/probe.ts';
import { type Parsed, type ReaderContext, reader } from '../reader.ts';
import { readClamav } from './clamav.ts';
import { readDefender } from './defender.ts';
import { type KnownProduct, products } from './products.ts';

type Fact = FactOf<'antivirus'>;
type Product = Fact['products'][number];
type Name = 'running' | 'started' | 'mdatp' | 'clamav';

/** Linux has no list of its virus protection. Defender says how it is; of others, that their program runs. */
export const antivirusLinux = reader<Fact, Name>({
  probes: {
    running: { kind: 'processes', why: 'which virus protection runs' },
    started: {
      kind: 'folder',
      path: '/etc/systemd/system/multi-user.target.wants',
      why: 'which virus protection is to be started with the system',
    },
    mdatp: {
      kind: 'command',
      paths: ['/usr/bin/mdatp', '/opt/microsoft/mdatp/sbin/wdavdaemonclient'],
      args: ['health', '--output', 'json'],
      why: 'how Microsoft Defender is',
    },
    clamav: { kind: 'folder', path: '/var/lib/clamav', why: 'how old the signatures of ClamAV are' },
  },
  parse: parseAntivirus,
});

function parseAntivirus(transcripts: Readonly<Record<Name, Transcript>>, { now }: ReaderContext): Parsed<Fact> {
  const { running, started, mdatp, clamav } = transcripts;
  const processes = running.outcome === 'ok' ? (JSON.parse(running.text) as RunningProcess[]) : [];
  const names = new Set(processes.flatMap(({ exe, comm }) => [exe ?? comm, comm]));
  // Process 1 belongs to somebody else: when it is missing, the system hides other people's programs.
  const seesAll = processes.some(({ pid }) => pid === 1);
  const runs = (program: string) => names.has(program);
  const units = unitsIn(started);
  const isDefenderRunning = runs('wdavdaemon') ? true : seesAll ? false : undefined;
  const known = seesAll || names.size > 0 ? products.map((product) => read(product, runs, units)) : [];
  const defender = readDefender(mdatp, isDefenderRunning, now);
  const found = [
    defender,
    ...known,
    names.size > 0 ? readClamav(runs, (unit) => units.has(unit), clamav, now) : undefined,
  ].filter((product) => product !== undefined);
  const certain = seesAll ? found : found.filter(({ state }) => state !== 'off');
  if (running.outcome !== 'ok' && mdatp.outcome !== 'ok')
    return { cannotTell: running.outcome, detail: running.detail };
  if (running.outcome !== 'ok' && isUnknown(defender?.state)) return defender.state;
  if (certain.length === 0 && !seesAll) {
    return { cannotTell: 'denied', detail: 'the system hides other people’s programs' };
  }
  return { fact: { products: certain.slice(0, 8), builtIn: false } };
}

/** Services that are to be started, without their ending. */
function unitsIn(started: Transcript): ReadonlySet<string> {
  if (started.outcome !== 'ok') return new Set();
  return new Set([...started.text.matchAll(/\t(\S+)\.service$/gm)].map(([, unit = '']) => unit));
}

function read(
  { name, processes, units: own, needsUnit, hidesState }: KnownProduct,
  runs: (program: string) => boolean,
  units: ReadonlySet<string>,
): Product | undefined {
  const isMeant = own.some((unit) => units.has(unit));
  const isRunning = processes.some(runs) && (isMeant || !needsUnit);
  if (!isRunning && !isMeant) return undefined;
  const hidden = { cannotTell: 'needs-admin' as const, detail: name };
  if (!isRunning) return { name, state: 'off', signatures: hidden };
  return { name, state: hidesState ? hidden : 'on', signatures: hidden };
}
