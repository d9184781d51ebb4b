#!/usr/bin/env node
import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { enrolCommand } from './commands/enrol.ts';
import { lockCommand, unlockCommand } from './commands/lock.ts';
import { policyCommand } from './commands/policy.ts';
import { programCommand } from './commands/program.ts';
import { serveCommand } from './commands/serve.ts';
import { tryCommand } from './commands/try.ts';

const shiftgate = new Command('shiftgate')
  .description('Decides, second by second, whether a home worker’s PC is fit to open the CRM')
  .addCommand(serveCommand())
  .addCommand(tryCommand())
  .addCommand(policyCommand())
  .addCommand(programCommand())
  .addCommand(enrolCommand())
  .addCommand(lockCommand())
  .addCommand(unlockCommand())
  .addCommand(auditCommand());

try {
  await shiftgate.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
