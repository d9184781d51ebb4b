import { z } from 'zod';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { CannotStart } from '../../identity/home.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Program, PublishedPolicy, RolloutPolicy } from './directory.ts';

const Origins = z.array(z.object({ origin: z.string(), upstream: z.string() }));

/** States in which a version newer than the one in force is kept in memory. */
const underWay = z.enum(['staged', 'stopped', 'awaiting-approval']);

/** @throws CannotStart when a policy that was published cannot be understood any more. */
export async function loadPrograms(db: Db): Promise<Program[]> {
  const programs = await db.selectFrom('programs').selectAll().orderBy('id').execute();
  const policies = await db.selectFrom('policies').selectAll().orderBy('version').execute();
  const byProgram = Map.groupBy(policies, ({ program }) => program);
  return programs.flatMap((row) => {
    const versions = byProgram.get(row.id) ?? [];
    const published = versions.findLast(({ state }) => state === 'published');
    if (!published) return [];
    const last = versions.at(-1);
    const rollout = last && underWay.safeParse(last.state).success ? toRollout(last) : undefined;
    return [{ ...toProgram(row, published), ...(rollout && { rollout }) }];
  });
}

function toProgram(row: Row<'programs'>, policy: Row<'policies'>): Program {
  const origins = Origins.parse(JSON.parse(row.origins));
  return { id: row.id, name: row.name, origins, published: toPublished(policy) };
}

function toRollout(row: Row<'policies'>): RolloutPolicy {
  return {
    ...toPublished(row),
    state: underWay.parse(row.state),
    share: row.share,
    lockLimit: row.lock_limit,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
  };
}

function toPublished({ program, text, version, author, note, at }: Row<'policies'>): PublishedPolicy {
  const parsed = parsePolicy(text);
  if (parsed.ok) return { policy: parsed.policy, text, version, author, note, at };
  const [problem] = parsed.problems;
  throw new CannotStart(
    `Version ${version} of the policy of program ${program} cannot be read: line ${problem?.line}, ${problem?.message} It was published by another version of Shiftgate; start that one and publish a policy that both understand.`,
  );
}

export async function saveProgram(
  db: Db,
  { id, name, origins }: Omit<Program, 'published' | 'rollout'>,
): Promise<void> {
  const row = { name, origins: JSON.stringify(origins) };
  await db
    .insertInto('programs')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}
