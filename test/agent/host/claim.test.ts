import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { claimFolder } from '../../../agent/core/host/claim.ts';

describe('claimFolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-claim-'));
  afterEach(() => rmSync(join(folder, 'running.sock'), { force: true }));

  it('is had by one agent at a time', async () => {
    const first = await claimFolder(folder);
    expect(await claimFolder(folder)).toBeUndefined();
    first?.release();
    const next = await claimFolder(folder);
    expect(next).toBeDefined();
    next?.release();
  });

  it('is free after the agent that had it was killed', async () => {
    const module = new URL('../../../agent/core/host/claim.ts', import.meta.url).href;
    const script = `const { claimFolder } = await import(${JSON.stringify(module)}); await claimFolder(${JSON.stringify(folder)}); console.log('claimed'); setInterval(() => 0, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(other.stdout, 'data');
    expect(await claimFolder(folder)).toBeUndefined();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const claim = await claimFolder(folder);
    expect(claim).toBeDefined();
    claim?.release();
  });
});
