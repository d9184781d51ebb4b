import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { auditExportPath, Period } from '../../../../shared/protocol/oversight-routes.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { parseValue } from '../../http/parse.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, type Operator, operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';
import { type AuditNames, describe, toOcsf } from './ocsf.ts';
import { type AuditQuery, listAudit, readAudit, verifyAudit } from './store.ts';

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
  const isFor = (operator: Operator) => (entry: AuditEntry) =>
    operator.programs === undefined || isInScope(operator, ownersOf(entry, roster));
  serve(app, consoleRoutes.audit, async ({ query, request }) => {
    const rows = await listFor(db, { ...query, limit: query.limit + 1 }, isFor(operatorOf(request)));
    return { rows: rows.slice(0, query.limit).map((row) => withNames(row, names)), more: rows.length > query.limit };
  });
  serve(app, consoleRoutes.verifyAudit, () => verifyAudit(db));
  app.get(auditExportPath, { config: { caller: 'operator', needs: 'trail' } }, (request, reply) => {
    const period = parseValue(request.query, Period);
    const name = `shiftgate-audit-${(period.from ?? 'all').slice(0, 10)}.jsonl`;
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(exportLines(db, names, period, isFor(operatorOf(request)))));
  });
}

/** Programs that an entry is about; what is about the whole console is for those who are limited to none. */
function ownersOf({ target }: AuditEntry, roster: Roster): readonly string[] {
  const [kind, id = ''] = target.split(':');
  if (kind === 'program') return [id];
  return kind === 'workstation' ? (roster.find(id)?.programs ?? []) : [];
}

/** A page of the entries that somebody may see, newest first. */
async function listFor(db: Db, query: AuditQuery, isTheirs: (entry: AuditEntry) => boolean): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for (let { before } = query; ; ) {
    const rows = await listAudit(db, { ...query, before });
    found.push(...rows.filter(isTheirs));
    before = rows.at(-1)?.id;
    if (found.length >= query.limit || rows.length < query.limit) return found.slice(0, query.limit);
  }
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
  isTheirs: (entry: AuditEntry) => boolean,
) {
  for (let after = 0; ; ) {
    const rows = await readAudit(db, after, exportPage, to ?? '9999');
    yield rows
      .filter((entry) => (from === undefined || entry.at >= from) && isTheirs(entry))
      .map((row) => `${JSON.stringify(toOcsf(row, names))}\n`)
      .join('');
    if (rows.length < exportPage) return;
    after = rows.at(-1)?.id ?? after;
  }
}
