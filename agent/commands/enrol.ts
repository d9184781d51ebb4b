import type { Command } from 'commander';
import { secretsIn } from '../core/host/state-folder.ts';
import { enrol } from '../core/identity/enrolment.ts';
import { parseInvitation } from '../core/identity/enrolment-link.ts';
import { openPlace } from './place.ts';

interface EnrolOptions {
  console?: string;
  insecure?: boolean;
}

const states = {
  active: 'It is enrolled and may work.',
  'awaiting-approval': 'It waits for approval by IT.',
  quarantined: 'It is quarantined: another PC uses its identity. Ask IT.',
  revoked: 'It is revoked. Ask IT for a new link.',
} as const;

export function addEnrol(program: Command): void {
  program
    .command('enrol')
    .argument('<link>', 'the shiftgate:// link from IT, or the code alone together with --console')
    .description('enrol this PC with a console')
    .option('--console <url>', 'address of the console, when only a code was given')
    .option('--insecure', 'accept a console over unencrypted HTTP; for tests only')
    .action(runEnrol);
}

async function runEnrol(link: string, options: EnrolOptions): Promise<void> {
  const invitation = parseInvitation(link, options);
  const { host, folder } = openPlace();
  const result = await enrol(invitation, { host, secrets: secretsIn(folder), now: () => new Date() });
  host.close();
  const { enrolled, programs, state } = result;
  const names = programs.map(({ name }) => name).join(', ') || 'no program yet';
  console.log(`This PC is ${enrolled.workstation} at ${enrolled.consoleName} (${enrolled.console}), for ${names}.`);
  console.log(states[state]);
}
