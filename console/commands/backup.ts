import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { files, openBackup } from '../server/features/backup/files.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

/** `shiftgate backup`: a copy of data and keys, while the console runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy data and keys of the running console into a new folder below its data folder')
    .action(async () => {
      const { folder } = await openApi(readHome()).call(consoleRoutes.backUp, {});
      console.log(
        `${folder}\nIt holds the console’s keys and everything about your people: keep it as safe as the console.`,
      );
    });
}

/** `shiftgate restore`: fills an empty data folder from a backup. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Fill an empty data folder (SHIFTGATE_HOME) from a backup')
    .argument('<folder>', 'folder that "shiftgate backup" made')
    .action(async (folder: string) => {
      const home = readHome();
      const { madeAt } = await openBackup(folder);
      if ((await readdir(home).catch(() => [])).length > 0) {
        throw new Error(`${home} is not empty. Restore into an empty folder, named by SHIFTGATE_HOME.`);
      }
      await mkdir(home, { recursive: true, mode: 0o700 });
      for (const file of files) await copyFile(join(folder, file), join(home, file));
      const entries = await checkAudit(join(home, 'shiftgate.db'));
      console.log(`${home} is as it was at ${madeAt}; its ${entries} audit entries are whole. Start: shiftgate serve`);
    });
}

/** A copy that opens, and whose audit nobody changed. */
async function checkAudit(sqlite: string): Promise<number> {
  const { openStore } = await import('../server/store/engine.ts');
  const { verifyAudit } = await import('../server/features/audit/store.ts');
  const store = await openStore({ sqlite });
  try {
    const { ok, entries, brokenAt } = await verifyAudit(store.db);
    if (!ok) throw new Error(`The audit in the backup was changed: entry ${brokenAt} does not follow.`);
    return entries;
  } finally {
    await store.close();
  }
}
