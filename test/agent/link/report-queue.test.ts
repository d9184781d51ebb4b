import { fork } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStateFolder } from '../../../agent/core/host/state-folder.ts';
import { ReportQueue } from '../../../agent/core/link/report-queue.ts';
import type { Readings } from '../../../shared/checks/index.ts';
import { makeFolder, makeLog } from '../fixtures.ts';

const at = '2026-11-22T08:00:00.000Z';
const readings: Readings = { vpn: { readAt: at, fact: { tunnels: [], ipv4: 'none', ipv6: 'absent' } } };

function openQueue(path = makeFolder()) {
  const log = makeLog();
  const folder = openStateFolder(path);
  const queue = new ReportQueue(folder, log);
  const seqs = () => {
    const kept = JSON.parse(readFileSync(join(path, 'queue.json'), 'utf8')) as { entries: { seq: number }[] };
    return kept.entries.map(({ seq }) => seq);
  };
  return { path, folder, log, queue, seqs };
}

describe('the queue of reports', () => {
  it('survives a restart, and numbers go on', () => {
    const before = openQueue();
    before.queue.add(at, readings);
    before.queue.add(at, readings);
    before.queue.drop(1);
    const after = openQueue(before.path);
    after.queue.add(at, readings);
    expect(after.seqs()).toEqual([2, 3]);
    expect(after.queue.first()?.readings).toEqual(readings);
  });

  it('survives kill -9 in the middle of writing', async () => {
    const path = makeFolder();
    const child = fork(`${import.meta.dirname}/fill-queue.ts`, [path], { execArgv: [], stdio: 'ignore' });
    await new Promise((resolve) => child.once('message', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const { log, queue } = openQueue(path);
    expect(log.lines).toEqual([]);
    expect(queue.length).toBeGreaterThan(0);
  });

  it.each([
    ['half a file', '{"next": 4, "entr'],
    ['nothing at all', ''],
    ['another form', '{"next": "four", "entries": []}'],
  ])('sets %s aside, says so, and begins anew', (_what, text) => {
    const path = makeFolder();
    writeFileSync(join(path, 'queue.json'), text);
    const { log, queue } = openQueue(path);
    expect(log.lines).toEqual([
      'warn The queue of reports was damaged and has been set aside; everything is read and reported again.',
    ]);
    expect(queue.length).toBe(0);
    expect(readdirSync(path)).toEqual([expect.stringMatching(/^queue\.json\.broken-\d+$/)]);
  });

  it('takes up where the console stands', () => {
    const { queue, seqs } = openQueue();
    for (let count = 0; count < 4; count += 1) queue.add(at, readings);
    const first = queue.first();
    if (first) queue.markSent(first);
    queue.continueAfter(1);
    expect(seqs()).toEqual([2, 3, 4]);
  });

  it('gives new numbers to what the console cannot have seen, after its own file was lost', () => {
    const { queue, seqs } = openQueue();
    queue.add(at, readings);
    queue.add(at, readings);
    queue.continueAfter(500);
    queue.add(at, readings);
    expect(seqs()).toEqual([501, 502, 503]);
  });

  it('drops what an earlier run may have sent and the console has', () => {
    const before = openQueue();
    before.queue.add(at, readings);
    const { queue } = openQueue(before.path);
    queue.continueAfter(1);
    expect(queue.length).toBe(0);
  });

  it('keeps the newest hundred while the console is away', () => {
    const { queue, seqs } = openQueue();
    for (let count = 0; count < 130; count += 1) queue.add(at, readings);
    expect(seqs()).toHaveLength(100);
    expect(seqs().at(-1)).toBe(130);
  });

  it('works on in memory when the disk takes nothing, and says so once', () => {
    const { path, folder, log } = openQueue();
    const full = { ...folder, tryWrite: () => 'ENOSPC: no space left on device' };
    const queue = new ReportQueue(full, log);
    queue.add(at, readings);
    queue.add(at, readings);
    expect(queue.length).toBe(2);
    expect(log.lines).toEqual(['error Reports cannot be kept on disk; they wait in memory only.']);
    expect(readdirSync(path)).toEqual([]);
  });

  it('is closed to others, even when it came back from a backup open', () => {
    const { path, queue, folder } = openQueue();
    queue.add(at, readings);
    const file = join(path, 'queue.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    folder.read('queue.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
