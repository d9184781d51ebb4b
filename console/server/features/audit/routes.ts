import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { auditExportPath, Period } from '../../../../shared/protocol/oversight-routes.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { parseValue } from '../../http/parse.ts';
import { serve } from '../../http/serve.ts';
import type { Db } from '../../store/engine.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';
import { type AuditNames, describe, toOcsf } from './ocsf.ts';
import { listAudit, readAudit, verifyAudit } from './store.ts';

export interface AuditRouteDeps {
  readonly db: Db;
  readonly roster: Roster;
  readonly directory: Directory;
}

const exportPage = 500;

export function auditRoutes(app: FastifyInstance, { db, roster, directory }: AuditRouteDeps): void {
  const names: AuditNames = {
    workstation: (id) => roster.find(id),
    program: (id) => directory.find(id)?.name,
  };
  serve(app, consoleRoutes.audit, async ({ query }) => {
    const rows = await listAudit(db, { ...query, limit: query.limit + 1 });
    return { rows: rows.slice(0, query.limit).map((row) => withNames(row, names)), more: rows.length > query.limit };
  });
  serve(app, consoleRoutes.verifyAudit, () => verifyAudit(db));
  app.get(auditExportPath, { config: { caller: 'operator', needs: 'audit' } }, (request, reply) => {
    const period = parseValue(request.query, Period);
    const name = `shiftgate-audit-${(period.from ?? 'all').slice(0, 10)}.jsonl`;
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(exportLines(db, names, period)));
  });
}

function withNames(entry: AuditEntry, names: AuditNames): AuditEntry {
  const { name, person, uid } = describe(entry.target, names);
  const targetName = person ? `${name}, ${person}` : name;
  const actor = names.workstation(entry.actor);
  return { ...entry, ...(targetName !== uid && { targetName }), ...(actor && { actorName: actor.hostName }) };
}

/** One event a line, oldest first, read as fast as it is taken. */
async function* exportLines(
  db: Db,
  names: AuditNames,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) {
  for (let after = 0; ; ) {
    const rows = await readAudit(db, after, exportPage, to ?? '9999');
    yield rows
      .filter(({ at }) => from === undefined || at >= from)
      .map((row) => `${JSON.stringify(toOcsf(row, names))}\n`)
      .join('');
    if (rows.length < exportPage) return;
    after = rows.at(-1)?.id ?? after;
  }
}
