import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { parsePolicy } from '../../shared/policy/parse.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openApi } from './api.ts';
import { planCommand } from './plan.ts';
import { saidOf, sayProblems } from './problems.ts';
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
      if (parsed.warnings.length > 0) console.log(`Look again at\n${sayProblems(file, parsed.warnings)}`);
    });
  policy
    .command('apply')
    .description('Publish a policy file as the new version of a program’s policy')
    .argument('<program>')
    .argument('<file>', 'policy as YAML')
    .option('--note <text>', 'why it changes', '')
    .option('--share <percent>', 'apply it to a share of the workstations first', '100')
    .option('--lock-limit <percent>', 'stop it when it has locked more of that share', '10')
    .action(async (program: string, file: string, { note, share, lockLimit }: ApplyOptions) => {
      const body = { text: readFileSync(file, 'utf8'), note, share: Number(share), lockLimit: Number(lockLimit) };
      const { version, state } = await openApi(readHome())
        .call(consoleRoutes.putPolicy, { params: { id: program }, body })
        .catch(saidOf(file));
      console.log(`Version ${version} of the policy of ${program} ${outcome[state](share)}`);
    });
  return policy.addCommand(planCommand());
}

interface ApplyOptions {
  readonly note: string;
  readonly share: string;
  readonly lockLimit: string;
}

const outcome = {
  published: () => 'is in force.',
  staged: (share: string) => `applies to ${share} % of the workstations. Widen or withdraw it in the console.`,
  'awaiting-approval': () => 'is weaker than the one in force and waits for somebody else’s approval.',
} as const;
