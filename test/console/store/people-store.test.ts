import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveWorkstation } from '../../../console/server/features/enrolment/store.ts';
import type { Person } from '../../../console/server/features/people/directory.ts';
import {
  loadGroups,
  loadPeople,
  removeGroup,
  renameWorkstations,
  saveGroup,
  savePeople,
} from '../../../console/server/features/people/store.ts';
import { loadWorkstations } from '../../../console/server/features/workstations/store.ts';
import { openStore, type Store } from '../../../console/server/store/engine.ts';
import { makeWorkstation } from '../access/standing-services.ts';
import { startPostgres, startSqlite, type TestEngine } from './databases.ts';

describe.each([
  ['SQLite', startSqlite],
  ['PostgreSQL', startPostgres],
])('people on %s', (_name, start) => {
  let engine: TestEngine;
  let store: Store;
  beforeAll(async () => {
    engine = await start();
    store = await openStore(await engine.fresh());
  });
  afterAll(async () => {
    await store.close();
    await engine.close();
  });

  it('are kept with their groups, which go without them', async () => {
    await saveGroup(store.db, { id: 'group_1', name: 'Night shift', program: undefined });
    await saveGroup(store.db, { id: 'group_2', name: 'Manila', program: 'sales' });
    await saveGroup(store.db, { id: 'group_2', name: 'Cebu', program: 'sales' });
    const ada: Person = {
      ...{ id: 'person_1', name: 'Ada Lovelace', externalId: 'E1', language: 'en', timeZone: 'Europe/London' },
      ...{ programs: ['sales'], groups: ['group_1', 'group_2'] },
    };
    await savePeople(store.db, [ada]);
    expect(await loadPeople(store.db)).toEqual([ada]);
    await removeGroup(store.db, 'group_1');
    expect(await loadPeople(store.db)).toEqual([{ ...ada, groups: ['group_2'] }]);
    expect(await loadGroups(store.db)).toEqual([{ id: 'group_2', name: 'Cebu', program: 'sales' }]);
  });

  it('take their workstations along when they are renamed', async () => {
    const workstation = makeWorkstation();
    await saveWorkstation(store.db, workstation);
    await renameWorkstations(store.db, [workstation.id], 'Ada King');
    const [kept] = await loadWorkstations(store.db, new Date());
    expect(kept?.person).toBe('Ada King');
  });
});
