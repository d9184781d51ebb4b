import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf, refuseLimited } from '../../http/who.ts';
import type { Store } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import { files, hashOf, type Manifest, manifestFile } from './files.ts';

export interface BackupDeps {
  readonly home: string;
  readonly store: Store;
  readonly writer: Writer;
  readonly identity: { readonly consoleId: string };
  now(): Date;
}

export function backupRoutes(app: FastifyInstance, deps: BackupDeps): void {
  serve(app, consoleRoutes.backUp, ({ request }) => {
    const operator = operatorOf(request);
    refuseLimited(operator);
    return backUp(deps, operator.name);
  });
}

/** Puts a copy of data and keys into a new folder, which gets its name only once it is whole. */
async function backUp({ home, store, writer, identity, now }: BackupDeps, actor: string) {
  if (!store.copyTo)
    throw new Refusal('needs-other-tool', { tool: 'pg_dump, and copy keys.json from the data folder' });
  const at = now().toISOString();
  const folder = join(home, 'backups', at.replace(/[:.]/g, '-'));
  const half = `${folder}.part`;
  try {
    await mkdir(half, { recursive: true, mode: 0o700 });
    await store.copyTo(join(half, 'shiftgate.db'));
    await copyFile(join(home, 'keys.json'), join(half, 'keys.json'));
    const hashes = {} as Manifest['hashes'];
    for (const file of files) {
      await chmod(join(half, file), 0o600);
      hashes[file] = await hashOf(join(half, file));
    }
    const manifest: Manifest = { madeAt: at, consoleId: identity.consoleId, hashes };
    await writeFile(join(half, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
    await rename(half, folder);
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    throw new Refusal('store-unavailable', {}, { cause });
  }
  await writer.change((transaction) =>
    appendAudit(transaction, [{ at, actor, action: 'backed-up', target: 'console', detail: { folder } }]),
  );
  return { folder };
}
