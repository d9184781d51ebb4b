import { describe, expect, it } from 'vitest';
import { antivirusLinux } from '../../../agent/core/checks/antivirus/linux.ts';
import { readProbes } from '../../../agent/core/scanner.ts';
import { makeHost, startNamed, until } from '../fixtures.ts';

async function clamavNow(): Promise<unknown> {
  const context = { now: new Date(), memory: {}, wanted: [] };
  const parsed = antivirusLinux.parse(await readProbes(antivirusLinux, makeHost()), context);
  if (!('fact' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.fact.products.find(({ name }) => name === 'ClamAV')?.state;
}

describe('on this machine', () => {
  it('ClamAV is seen by its programs: first the one that scans, then the one that stops', async () => {
    startNamed('clamd');
    await expect.poll(clamavNow).toBe('passive');
    startNamed('clamonacc');
    await expect.poll(clamavNow).toBe('on');
  });

  it('a program that ends is gone at the next reading', async () => {
    const child = startNamed('clamd');
    await expect.poll(clamavNow).toBe('passive');
    child.kill('SIGKILL');
    await until(() => child.signalCode !== null);
    await expect.poll(clamavNow).not.toBe('passive');
  });
});
