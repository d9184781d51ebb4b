import type { FastifyInstance } from 'fastify';
import { comparePolicies, type PolicyChange } from '../../../../shared/policy/compare.ts';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import type { PolicyService } from './service.ts';
import { dropDraft, findDraft, findForerunner, findVersion, listVersions, saveDraft, toVersion } from './store.ts';

export interface PolicyRouteDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly policies: PolicyService;
  now(): Date;
}

export function policyRoutes(app: FastifyInstance, deps: PolicyRouteDeps): void {
  const { policies } = deps;
  serve(app, routes.policy, ({ params }) => policies.get(params.id).published);
  serve(app, routes.putPolicy, async ({ params, body, request }) => {
    const { version, state } = await policies.publish(params.id, body, operatorOf(request).name);
    return { version, state: state === 'stopped' ? 'staged' : state };
  });
  serve(app, routes.widenRollout, async ({ params, body: { version, share }, request }) => {
    await policies.widen(params.id, version, share, operatorOf(request).name);
    return {};
  });
  serve(app, routes.withdrawVersion, async ({ params, body, request }) => {
    await policies.withdraw(params.id, body, operatorOf(request).name);
    return {};
  });
  serve(app, routes.approveVersion, async ({ params, body, request }) => {
    await policies.approve(params.id, body.version, operatorOf(request).name);
    return {};
  });
  versionRoutes(app, deps);
  draftRoutes(app, deps);
}

function versionRoutes(app: FastifyInstance, { db, policies }: PolicyRouteDeps): void {
  serve(app, routes.policyVersions, async ({ params, query }) => {
    const inForce = policies.get(params.id).published.version;
    const rows = await listVersions(db, params.id, { ...query, limit: query.limit + 1 });
    const versions = rows.slice(0, query.limit).map((row) => toVersion(row, inForce));
    return { rows: versions, more: rows.length > query.limit };
  });
  serve(app, routes.policyVersion, async ({ params }) => {
    const inForce = policies.get(params.id).published.version;
    const row = await findVersion(db, params.id, Number(params.version) || 0);
    if (!row) throw new Refusal('not-found', { what: 'version' });
    const before = await findForerunner(db, params.id, row.version);
    return {
      ...toVersion(row, inForce),
      text: row.text,
      previous: before && { version: before.version, text: before.text },
      changes: before ? changesBetween(before.text, row.text) : [],
    };
  });
}

/** Nothing where one of the texts is of a form that is not understood any more. */
function changesBetween(before: string, after: string): PolicyChange[] {
  const [left, right] = [parsePolicy(before), parsePolicy(after)];
  return left.ok && right.ok ? comparePolicies(left.policy, right.policy) : [];
}

function draftRoutes(app: FastifyInstance, { db, writer, policies, now }: PolicyRouteDeps): void {
  serve(app, routes.draft, async ({ params }) => ({ draft: await findDraft(db, policies.get(params.id).id) }));
  serve(app, routes.saveDraft, async ({ params, body, request }) => {
    const { id } = policies.get(params.id);
    const draft = { ...body, savedBy: operatorOf(request).name, savedAt: now().toISOString() };
    await writer.change((transaction) => saveDraft(transaction, id, draft));
    return draft;
  });
  serve(app, routes.dropDraft, async ({ params }) => {
    const { id } = policies.get(params.id);
    await writer.change((transaction) => dropDraft(transaction, id));
    return {};
  });
}
