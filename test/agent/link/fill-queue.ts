import { openStateFolder } from '../../../agent/core/host/state-folder.ts';
import { ReportQueue } from '../../../agent/core/link/report-queue.ts';

/** Fills a queue until it is killed; a program of its own for the test that kills it. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const queue = new ReportQueue(openStateFolder(process.argv[2] ?? ''), silent);
const readings = { vpn: { readAt: '2026-11-22T08:00:00.000Z', cannotTell: 'absent' } } as const;
queue.add('2026-11-22T08:00:00.000Z', readings);
process.send?.('filling');
while (true) queue.add('2026-11-22T08:00:00.000Z', readings);
