import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateFleet } from './fleet-generator.ts';

/** A fleet to look at by hand: fills a new home, which `shiftgate serve` then opens. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const [home] = positionals;
const size = Number(values.size);
if (home === undefined || !(size > 0)) {
  console.log('npx node test/bench/make-fleet.ts <new folder> [--size 100000] [--seed fleet]');
  process.exitCode = 2;
} else {
  mkdirSync(home);
  const started = performance.now();
  await generateFleet(home, {
    size,
    ...(values.seed !== undefined && { seed: values.seed }),
    onProgress: (written) => written % 10_000 === 0 && console.log(`${written} of ${size} workstations`),
  });
  console.log(`written in ${((performance.now() - started) / 1000).toFixed(1)} s; look at them with:`);
  console.log(`SHIFTGATE_HOME=${home} npm run shiftgate -- serve`);
}
