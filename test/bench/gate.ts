import autocannon from 'autocannon';
import { type Figure, median } from './figures.ts';
import { pin, startServer } from './server-process.ts';

const rounds = 5;
const seconds = 3;
const connections = 64;

interface Ready {
  port: number;
  headers: Record<string, string>;
}

/** Forward-auth answers per second on one core, beside a node:http server that answers 204 to everybody. */
export async function bench(): Promise<Figure[]> {
  pin(process.pid, '1');
  const bare = await startServer<Ready>('gate-server.ts', '0', ['bare']);
  const gate = await startServer<Ready>('gate-server.ts', '0', ['gate']);
  const rates: Record<'bare' | 'gate', number[]> = { bare: [], gate: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Both get the same headers: reading them is a part of the price of either.
    rates.bare.push((await load({ port: bare.ready.port, headers: gate.ready.headers })).requests.average);
    rates.gate.push((await load(gate.ready)).requests.average);
  }
  const half = await load(gate.ready, Math.round(median(rates.gate) / 2));
  await Promise.all([bare.close(), gate.close()]);
  const share = median(rates.gate) / median(rates.bare);
  return [
    {
      what: 'gate: decisions on one core',
      measured: median(rates.gate),
      unit: '/s',
      baseline: { what: 'bare node:http', value: median(rates.bare) },
      budget: { text: '≥ 70 % of bare node:http', kept: share >= 0.7 },
    },
    {
      what: 'gate: p99 at half load',
      measured: half.latency.p99,
      unit: 'ms',
      budget: { text: '≤ 5 ms', kept: half.latency.p99 <= 5 },
    },
  ];
}

async function load({ port, headers }: Ready, overallRate?: number): Promise<autocannon.Result> {
  const url = `http://127.0.0.1:${port}/authz/nginx`;
  const result = await autocannon({
    url,
    headers,
    connections,
    duration: seconds,
    ...(overallRate && { overallRate }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors in ${result.requests.total} requests`);
  return result;
}
