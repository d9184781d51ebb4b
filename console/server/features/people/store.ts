import { Language } from '../../../../shared/words/language.ts';
import type { Db } from '../../store/engine.ts';
import { nameKey, type Person } from './directory.ts';
import type { PeopleGroup } from './groups.ts';

const rowsPerStatement = 250;

export async function loadPeople(db: Db): Promise<Person[]> {
  const programs = Map.groupBy(
    await db.selectFrom('person_programs').selectAll().orderBy('program').execute(),
    ({ person }) => person,
  );
  const members = Map.groupBy(
    await db.selectFrom('group_members').selectAll().orderBy('people_group').execute(),
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
    groups: (members.get(row.id) ?? []).map(({ people_group }) => people_group),
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
    const members = some.flatMap(({ id, groups }) => groups.map((group) => ({ person: id, people_group: group })));
    if (members.length > 0) await db.insertInto('group_members').values(members).execute();
  }
}

async function removePeople(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('group_members')
    .where('person', 'in', [...ids])
    .execute();
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

export async function loadGroups(db: Db): Promise<PeopleGroup[]> {
  const rows = await db.selectFrom('people_groups').selectAll().execute();
  return rows.map(({ id, name, program }) => ({ id, name, program: program ?? undefined }));
}

export async function saveGroup(db: Db, { id, name, program }: PeopleGroup): Promise<void> {
  const row = { name, name_key: nameKey(name), program: program ?? null };
  await db
    .insertInto('people_groups')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

/** Its people stay. */
export async function removeGroup(db: Db, id: string): Promise<void> {
  await db.deleteFrom('group_members').where('people_group', '=', id).execute();
  await db.deleteFrom('people_groups').where('id', '=', id).execute();
}

export async function renameWorkstations(db: Db, workstations: readonly string[], person: string): Promise<void> {
  await db
    .updateTable('workstations')
    .set({ person })
    .where('id', 'in', [...workstations])
    .execute();
}
