import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type PolicyProblem, parsePolicy } from '../../shared/policy/parse.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { ApiError, openApi } from './api.ts';
import { readHome } from './settings.ts';

/** `shiftgate policy`: check a policy file, and publish it. */
export function policyCommand(): Command {
  const policy = new Command('policy').description('Check and publish policies');
  policy
    .command('validate')
    .description('Name every mistake in a policy file, by line')
    .argument('<file>', 'policy as YAML')
    .action((file: string) => {
      const parsed = parsePolicy(readFileSync(file, 'utf8'));
      if (!parsed.ok) throw new Error(sayProblems(file, parsed.problems));
      console.log(`${file} is a valid policy: ${parsed.policy.name}`);
    });
  policy
    .command('apply')
    .description('Publish a policy file as the new version of a program’s policy')
    .argument('<program>')
    .argument('<file>', 'policy as YAML')
    .option('--note <text>', 'why it changes', '')
    .action(async (program: string, file: string, { note }: { note: string }) => {
      const body = { text: readFileSync(file, 'utf8'), note };
      const { version } = await openApi(readHome())
        .call(consoleRoutes.putPolicy, { params: { id: program }, body })
        .catch((error: unknown) => {
          throw error instanceof ApiError && error.problems.length > 0
            ? new Error(sayProblems(file, error.problems))
            : error;
        });
      console.log(`Version ${version} of the policy of ${program} is in force.`);
    });
  return policy;
}

function sayProblems(file: string, problems: readonly PolicyProblem[]): string {
  return problems
    .map(({ line, column, field, message, remedy }) => `${file}:${line}:${column} ${field}: ${message} ${remedy}`)
    .join('\n');
}
