import { parentPort, workerData } from 'node:worker_threads';
import type { PlanAnswer, PlanRequest } from './messages.ts';
import { Planner, type PlanTask } from './planner.ts';

/** A thread of its own for one plan: replaying a fortnight of thousands takes minutes, and the gate never waits. */
const planner = new Planner(workerData as PlanTask);
const answer = (message: PlanAnswer) => parentPort?.postMessage(message);

parentPort?.on('message', (request: PlanRequest) => {
  if (request.kind === 'finish') {
    answer({ kind: 'plan', plan: planner.finish() });
    return;
  }
  for (const subject of request.subjects) planner.add(subject);
  answer({ kind: 'taken' });
});
