import { Language } from '../../../../shared/words/language.ts';
import type { Db } from '../../store/engine.ts';
import { nameKey, type Person } from './directory.ts';

const rowsPerStatement = 250;

export async function loadPeople(db: Db): Promise<Person[]> {
  const programs = Map.groupBy(
    await db.selectFrom('person_programs').selectAll().orderBy('program').execute(),
    ({ person }) => person,
  );
  const rows = await db.selectFrom('people').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    externalId: row.external_id ?? undefined,
    language: Language.safeParse(row.language).data,
    timeZone: row.time_zone ?? undefined,
    programs: (programs.get(row.id) ?? []).map(({ program }) => program),
  }));
}

/** Puts people in place of those with the same ids. */
export async function savePeople(db: Db, people: readonly Person[]): Promise<void> {
  for (let start = 0; start < people.length; start += rowsPerStatement) {
    const some = people.slice(start, start + rowsPerStatement);
    await removePeople(
      db,
      some.map(({ id }) => id),
    );
    await db
      .insertInto('people')
      .values(
        some.map(({ id, name, externalId, language, timeZone }) => ({
          ...{ id, name, name_key: nameKey(name) },
          external_id: externalId ?? null,
          language: language ?? null,
          time_zone: timeZone ?? null,
        })),
      )
      .execute();
    const programs = some.flatMap(({ id, programs: own }) => own.map((program) => ({ person: id, program })));
    if (programs.length > 0) await db.insertInto('person_programs').values(programs).execute();
  }
}

async function removePeople(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('person_programs')
    .where('person', 'in', [...ids])
    .execute();
  await db
    .deleteFrom('people')
    .where('id', 'in', [...ids])
    .execute();
}

export async function removePerson(db: Db, id: string): Promise<void> {
  await db.deleteFrom('shifts').where('person', '=', id).execute();
  await removePeople(db, [id]);
}
