#!/usr/bin/env node
import { Command } from 'commander';

/** Each command is read only when it is asked for, or when all of them are listed: a lock by hand should not wait. */
const commands = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  try: async () => (await import('./commands/try.ts')).tryCommand(),
  policy: async () => (await import('./commands/policy.ts')).policyCommand(),
  program: async () => (await import('./commands/program.ts')).programCommand(),
  enrol: async () => (await import('./commands/enrol.ts')).enrolCommand(),
  lock: async () => (await import('./commands/lock.ts')).lockCommand(),
  unlock: async () => (await import('./commands/lock.ts')).unlockCommand(),
  fleet: async () => (await import('./commands/fleet.ts')).fleetCommand(),
  reports: async () => (await import('./commands/reports.ts')).reportsCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  release: async () => (await import('./commands/release.ts')).releaseCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/backup.ts')).restoreCommand(),
} as const;

const shiftgate = new Command('shiftgate').description(
  'Decides, second by second, whether a home worker’s PC is fit to open the CRM',
);

try {
  const wanted = Object.entries(commands).filter(([name]) => name === process.argv[2]);
  const read = wanted.length > 0 ? wanted : Object.entries(commands);
  for (const command of await Promise.all(read.map(([, load]) => load()))) shiftgate.addCommand(command);
  await shiftgate.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
