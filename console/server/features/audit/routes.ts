import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { AuditFilter, auditExportPath } from '../../../../shared/protocol/oversight-routes.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { parseValue } from '../../http/parse.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, type Operator, operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Roster } from '../workstations/roster.ts';
import { type AuditNames, describe, toOcsf } from './ocsf.ts';
import { isBroad, isBy, type NameSources, says, seek } from './sought.ts';
import { listAudit, readAudit, type AuditFilter as StoredFilter, verifyAudit } from './store.ts';

export interface AuditRouteDeps extends NameSources {
  readonly db: Db;
}

const exportPage = 500;

export function auditRoutes(app: FastifyInstance, deps: AuditRouteDeps): void {
  const { db, roster, directory, people } = deps;
  const names: AuditNames = {
    workstation: (id) => roster.find(id),
    program: (id) => directory.find(id)?.name,
    person: (id) => people.find(id)?.name,
  };
  serve(app, consoleRoutes.audit, async ({ query: { before, limit, ...filter }, request }) => {
    const search = await searchFor(filter, operatorOf(request), deps);
    const rows = await listFor(db, { before, limit: limit + 1 }, search);
    return { rows: rows.slice(0, limit).map((row) => withNames(row, names)), more: rows.length > limit };
  });
  serve(app, consoleRoutes.verifyAudit, () => verifyAudit(db));
  app.get(auditExportPath, { config: { caller: 'operator', needs: 'trail' } }, async (request, reply) => {
    const filter = parseValue(request.query, AuditFilter);
    const search = await searchFor(filter, operatorOf(request), deps);
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(filter)}"`)
      .send(Readable.from(exportLines(db, names, search)));
  });
}

/** Says whether it is all of a period or a part of it. */
function fileName({ from = 'all', to: _to, ...others }: AuditFilter): string {
  const isPart = Object.values(others).some(Boolean);
  return `shiftgate-audit-${from.slice(0, 10)}${isPart ? '-part' : ''}.jsonl`;
}

interface Search {
  /** What the store narrows down itself. */
  readonly stored: StoredFilter;
  /** Whether an entry that the store found is wanted, and for this operator. */
  fits(entry: AuditEntry): boolean;
}

/** A name that so much has that the store cannot be asked for all of it is looked for entry by entry. */
async function searchFor(filter: AuditFilter, operator: Operator, deps: AuditRouteDeps): Promise<Search> {
  const { actor: by, search: text, ...plain } = filter;
  const actor = by ? await seek(by, deps) : undefined;
  const search = text ? await seek(text, deps) : undefined;
  const isTheirs = (entry: AuditEntry) =>
    operator.programs === undefined || isInScope(operator, ownersOf(entry, deps.roster));
  return {
    stored: {
      ...plain,
      actor: actor && isBroad(actor) ? undefined : actor,
      search: search && isBroad(search) ? undefined : search,
    },
    fits: (entry) => (!actor || isBy(entry, actor)) && (!search || says(entry, search)) && isTheirs(entry),
  };
}

/** Programs that an entry is about; what is about the whole console is for those who are limited to none. */
function ownersOf({ target }: AuditEntry, roster: Roster): readonly string[] {
  const [kind, id = ''] = target.split(':');
  if (kind === 'program') return [id];
  return kind === 'workstation' ? (roster.find(id)?.programs ?? []) : [];
}

/** A page of the entries that fit, newest first. */
async function listFor(
  db: Db,
  { before, limit }: { before?: number | undefined; limit: number },
  { stored, fits }: Search,
): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for (let oldest = before; ; ) {
    const rows = await listAudit(db, { ...stored, before: oldest, limit });
    found.push(...rows.filter(fits));
    oldest = rows.at(-1)?.id;
    if (found.length >= limit || rows.length < limit) return found.slice(0, limit);
  }
}

function withNames(entry: AuditEntry, names: AuditNames): AuditEntry {
  const { name, person, uid } = describe(entry.target, names);
  const targetName = person ? `${name}, ${person}` : name;
  const actor = names.workstation(entry.actor);
  return { ...entry, ...(targetName !== uid && { targetName }), ...(actor && { actorName: actor.hostName }) };
}

/** One event a line, oldest first, read as fast as it is taken. */
async function* exportLines(db: Db, names: AuditNames, { stored, fits }: Search) {
  for (let after = 0; ; ) {
    const rows = await readAudit(db, after, exportPage, stored);
    yield rows
      .filter(fits)
      .map((row) => `${JSON.stringify(toOcsf(row, names))}\n`)
      .join('');
    if (rows.length < exportPage) return;
    after = rows.at(-1)?.id ?? after;
  }
}
