import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Figure } from './figures.ts';
import { toTable } from './figures.ts';

/** Each measures against a baseline that it runs itself, in turn with the real thing. */
const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  lock: async () => (await import('./lock.ts')).bench(),
  gate: async () => (await import('./gate.ts')).bench(),
  reports: async () => (await import('./reports.ts')).bench(),
  links: async () => (await import('./links.ts')).bench(),
  scan: async () => (await import('./scan.ts')).bench(),
  console: async () => (await import('./console.ts')).bench(),
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0 || process.argv.includes('--help')) {
  console.log(
    `npm run bench -- [${Object.keys(benches).join(' | ')}]   all of them when none is named; writes bench.json`,
  );
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring ${name} …`);
    figures.push(...(await bench()));
  }
  console.log(`\n${toTable(figures)}`);
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model };
  const json = JSON.stringify({ machine, figures }, undefined, 2);
  writeFileSync('bench.json', `${json}\n`);
  console.log(`\n${json}`);
}
