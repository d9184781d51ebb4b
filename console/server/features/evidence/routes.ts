import type { FastifyInstance, FastifyRequest } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { EvidenceQuery, evidencePaths } from '../../../../shared/protocol/oversight-routes.ts';
import { parseValue } from '../../http/parse.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';
import { controls, frameworks } from './controls.ts';
import { type Evidence, gather } from './gather.ts';
import { toPdf } from './pdf.ts';
import { tablesOf, toCsv } from './tables.ts';

export interface EvidenceRouteDeps {
  readonly db: Db;
  readonly roster: Roster;
  readonly directory: Directory;
  now(): Date;
}

const config = { caller: 'operator', needs: 'audit' } as const;

export function evidenceRoutes(app: FastifyInstance, deps: EvidenceRouteDeps): void {
  serve(app, consoleRoutes.controls, () => ({ frameworks: [...frameworks], controls: [...controls] }));
  app.get(evidencePaths.pdf, { config }, async (request, reply) => {
    const evidence = await gatherFor(deps, request);
    return reply
      .type('application/pdf')
      .header('content-disposition', named(evidence, 'pdf'))
      .send(await toPdf(evidence));
  });
  app.get(evidencePaths.csv, { config }, async (request, reply) => {
    const evidence = await gatherFor(deps, request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', named(evidence, 'csv'))
      .send(toCsv(tablesOf(evidence)));
  });
}

function gatherFor({ db, roster, directory, now }: EvidenceRouteDeps, request: FastifyRequest): Promise<Evidence> {
  const { program: id, from, to } = parseValue(request.query, EvidenceQuery);
  if (to <= from) throw new Refusal('invalid-body', { field: 'to', problem: 'it lies before the beginning' });
  const program = directory.find(id);
  if (!program || !isInScope(operatorOf(request), [id])) throw new Refusal('not-found', { what: 'program' });
  return gather({ db, workstations: [...roster.ofProgram(id)], now }, program, { from, to });
}

function named({ program, from, to }: Evidence, kind: string): string {
  return `attachment; filename="shiftgate-${program.id}-${from.slice(0, 10)}-${to.slice(0, 10)}.${kind}"`;
}
