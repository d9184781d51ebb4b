import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { CheckId, checks } from '../../shared/checks/index.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { Plan, PlanJob } from '../../shared/protocol/policy-views.ts';
import { say } from '../../shared/words/english.ts';
import { type Api, openApi } from './api.ts';
import { saidOf } from './problems.ts';
import { readHome } from './settings.ts';

interface PlanOptions {
  readonly days: string;
  readonly json: boolean;
}

/** Exit code when somebody would be locked or warned; 0 is nobody, 1 an error. */
const somebodyAffected = 2;

/** `shiftgate policy plan`: what a policy would do to everybody, before it does. */
export function planCommand(): Command {
  return new Command('plan')
    .description('Say whom a policy would lock or warn, now and on recorded history; nothing changes')
    .argument('<program>')
    .argument('<file>', 'policy as YAML')
    .option('--days <count>', 'days of recorded history to replay, 0 to 14', '14')
    .option('--json', 'print the whole plan as JSON', false)
    .addHelpText('after', '\nExit codes: 0 nobody would be locked or warned, 2 somebody would be, 1 an error.')
    .action(async (program: string, file: string, { days, json }: PlanOptions) => {
      const api = openApi(readHome());
      const body = { text: readFileSync(file, 'utf8'), days: Number(days) };
      const started = await api.call(consoleRoutes.startPlan, { params: { id: program }, body }).catch(saidOf(file));
      const plan = await finish(api, started, !json);
      console.log(json ? JSON.stringify(plan, undefined, 2) : sayPlan(plan));
      if (plan.counts.locked + plan.counts.warned > 0) process.exitCode = somebodyAffected;
    });
}

/** Waits for the plan, and says how far it has come where somebody watches. */
async function finish(api: Api, started: PlanJob, tells: boolean): Promise<Plan> {
  const { id } = started;
  for (let job = started; ; job = await api.call(consoleRoutes.plan, { params: { id } })) {
    if (job.plan) {
      await api.call(consoleRoutes.cancelPlan, { params: { id } });
      return job.plan;
    }
    if (job.state === 'failed') throw new Error('The plan could not be worked out. The console’s log says why.');
    if (tells && process.stderr.isTTY) process.stderr.write(`\r${job.done} of ${job.total} workstations `);
    await wait(200);
  }
}

function sayPlan({ counts, lockedInShift, changes, causes, history, rows, more, ...plan }: Plan): string {
  const lines = [
    `“${plan.policyName}” for ${plan.program}, compared with version ${plan.comparedWith}:`,
    ...changes.map(
      ({ path, before, after, direction }) =>
        `  ${path}: ${before ?? 'absent'} → ${after ?? 'absent'}${direction === 'neutral' ? '' : `  ${direction}`}`,
    ),
    ...(changes.length === 0 ? ['  no difference'] : []),
    '',
    `Locked      ${counts.locked}${lockedInShift === undefined ? '' : ` (${lockedInShift} in shift)`}`,
    `Warned      ${counts.warned}`,
    `Let in      ${counts.freed}`,
    `Unaffected  ${counts.unaffected}`,
    `No data     ${counts['no-data']}`,
    ...causes.slice(0, 10).map(({ cause, code, workstations }) => `  ${workstations} × ${titleOf(cause)}: ${code}`),
  ];
  if (history) {
    const { workstations, hours, hoursInShift, everLocked, from } = history;
    lines.push(
      '',
      `Since ${from}, on ${workstations} workstations: ${hours.after} hours locked instead of ${hours.before}; ${everLocked.after} workstations instead of ${everLocked.before}.`,
    );
    if (hoursInShift) lines.push(`Of these in shift: ${hoursInShift.after} hours instead of ${hoursInShift.before}.`);
  }
  const affected = rows.filter(({ effect }) => effect === 'locked' || effect === 'warned');
  if (affected.length > 0) lines.push('');
  for (const { hostName, person, effect, reasons, locksAt } of affected) {
    const [reason] = reasons;
    const why = reason ? say(reason.cause, reason.code, reason.params).problem : '';
    const when = locksAt ? ` by ${locksAt}` : '';
    lines.push(`${effect.padEnd(7)} ${hostName}${person ? `, ${person}` : ''}${when}: ${why}`);
  }
  if (more > 0) lines.push(`… and ${more} more; --json has the first thousand.`);
  return lines.join('\n');
}

function titleOf(cause: string): string {
  const check = CheckId.safeParse(cause).data;
  return check ? checks[check].title : cause;
}
