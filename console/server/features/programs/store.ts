import { z } from 'zod';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { CannotStart } from '../../identity/home.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import type { Program } from './directory.ts';

const Origins = z.array(z.object({ origin: z.string(), upstream: z.string() }));

/** @throws CannotStart when a policy that was published cannot be understood any more. */
export async function loadPrograms(db: Db): Promise<Program[]> {
  const programs = await db.selectFrom('programs').selectAll().orderBy('id').execute();
  const policies = await db.selectFrom('policies').selectAll().orderBy('version').execute();
  // Later versions come later, so the map keeps the newest.
  const newest = new Map(policies.map((row) => [row.program, row]));
  return programs.flatMap((row) => {
    const policy = newest.get(row.id);
    return policy ? [toProgram(row, policy)] : [];
  });
}

function toProgram(row: Row<'programs'>, { text, version, author, note, at }: Row<'policies'>): Program {
  const parsed = parsePolicy(text);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    throw new CannotStart(
      `Version ${version} of the policy of program ${row.id} cannot be read: line ${problem?.line}, ${problem?.message} It was published by another version of Shiftgate; start that one and publish a policy that both understand.`,
    );
  }
  const published = { policy: parsed.policy, text, version, author, note, at };
  return { id: row.id, name: row.name, origins: Origins.parse(JSON.parse(row.origins)), published };
}

export async function saveProgram(db: Db, { id, name, origins }: Omit<Program, 'published'>): Promise<void> {
  const row = { name, origins: JSON.stringify(origins) };
  await db
    .insertInto('programs')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

export async function insertPolicy(db: Db, row: NewRow<'policies'>): Promise<void> {
  await db.insertInto('policies').values(row).execute();
}
