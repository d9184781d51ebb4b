import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import type { BodyOf } from '../../../shared/protocol/route.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { enrol, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const find = async (search: string) => (await console.call(routes.people, { query: { search } })).rows[0];
const add = (body: BodyOf<typeof routes.addPerson>) => console.call(routes.addPerson, { body });
const groups = async () => (await console.call(routes.groups)).rows;
const actions = async () => (await console.call(routes.audit)).rows.map(({ action }) => action);

async function reopen() {
  await console.close();
  console = await runConsole(home.home);
}

describe('a person added by hand', () => {
  it('is there with groups that are made for them, also after a restart', async () => {
    const details = { externalId: 'H1', language: 'sw', timeZone: 'Africa/Nairobi', programs: ['sales'] };
    await add({ name: 'Amina Otieno', ...details, groups: ['Night shift', 'Nairobi'] });
    for (const again of [false, true]) {
      if (again) await reopen();
      const amina = await find('Amina');
      expect(amina).toMatchObject({ name: 'Amina Otieno', ...details });
      expect(amina?.groups.map(({ name }) => name)).toEqual(['Nairobi', 'Night shift']);
      expect(await groups()).toMatchObject([
        { name: 'Nairobi', people: 1 },
        { name: 'Night shift', people: 1 },
      ]);
    }
    expect(await actions()).toContain('person-added');
  });

  it.each([
    ['no name', { name: ' ' }, /name\. The name is missing/],
    ['a name that is taken', { name: 'amina OTIENO' }, /name\. Somebody with the external id H1/],
    ['an external id that is taken', { name: 'Zoe', externalId: 'H1' }, /external id\. It is that of Amina Otieno/],
    ['an unknown language', { name: 'Zoe', language: 'klingon' }, /language\. “klingon” is none of en/],
    ['an unknown time zone', { name: 'Zoe', timeZone: 'Mars' }, /time zone\. .*Write it as Africa\/Nairobi/],
    ['an unknown program', { name: 'Zoe', programs: ['fishing'] }, /programs\. There is no program “fishing”/],
    ['a group with a long name', { name: 'Zoe', groups: ['x'.repeat(61)] }, /groups\. .*longer than 60/],
  ])('with %s is refused as an import would be, by field and remedy', async (_what, body, message) => {
    const before = await groups();
    await expect(add(body)).rejects.toThrow(message);
    expect([await find('Zoe'), await groups()]).toEqual([undefined, before]);
  });
});

describe('a person who is edited', () => {
  it('keeps their workstations under a new name', async () => {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code({ person: 'Joy Reyes' }), device);
    const { id } = await add({ name: 'Joy Reyes', programs: ['sales'] });
    expect(await find('Joy')).toMatchObject({ workstations: 1 });
    await console.call(routes.changePerson, { params: { id }, body: { name: 'Joy Cruz', programs: ['sales'] } });
    for (const again of [false, true]) {
      if (again) await reopen();
      expect(await find('Joy')).toMatchObject({ id, name: 'Joy Cruz', workstations: 1 });
      const params = { id: String(body['workstation']) };
      expect(await console.call(routes.workstation, { params })).toMatchObject({ person: 'Joy Cruz' });
    }
    expect(await actions()).toContain('person-changed');
  });

  it('may keep their own name and external id', async () => {
    const amina = await find('Amina');
    const params = { id: amina?.id ?? '' };
    await console.call(routes.changePerson, { params, body: { name: 'Amina Otieno', externalId: 'H1' } });
    expect(await find('Amina')).toMatchObject({ programs: [], groups: [] });
  });

  it('must be there', async () => {
    const params = { id: 'person_gone' };
    await expect(console.call(routes.changePerson, { params, body: { name: 'Gone' } })).rejects.toThrow('404');
  });
});

describe('groups', () => {
  const csv = 'name,groups\nPen A,"Manila; Night shift"\nPen B,Manila\n';

  it('of a file are shown before they are made', async () => {
    const preview = await console.call(routes.importPeople, { body: { csv, preview: true } });
    expect(preview).toMatchObject({ added: 2, newGroups: ['Manila'], imported: false });
    expect((await groups()).map(({ name }) => name)).not.toContain('Manila');
    const outcome = await console.call(routes.importPeople, { body: { csv, preview: false } });
    expect(outcome).toMatchObject({ newGroups: ['Manila'], imported: true });
    expect(await groups()).toContainEqual(expect.objectContaining({ name: 'Manila', people: 2 }));
    const again = await console.call(routes.importPeople, { body: { csv, preview: false } });
    expect([again.unchanged, again.newGroups]).toEqual([2, undefined]);
  });

  it('stay as they are where a file has no column for them', async () => {
    await console.call(routes.importPeople, { body: { csv: 'name,language\nPen A,fil\n', preview: false } });
    expect((await find('Pen A'))?.groups).toHaveLength(2);
  });

  it('narrow the list of people', async () => {
    const manila = (await groups()).find(({ name }) => name === 'Manila');
    const { rows } = await console.call(routes.people, { query: { peopleGroup: manila?.id } });
    expect(rows.map(({ name }) => name)).toEqual(['Pen A', 'Pen B']);
  });

  it('can be renamed and given to a program, but not named like another one', async () => {
    const { id = '' } = (await groups()).find(({ name }) => name === 'Manila') ?? {};
    await console.call(routes.changeGroup, { params: { id }, body: { name: 'Manila site', program: 'sales' } });
    expect(await groups()).toContainEqual({ id, name: 'Manila site', program: 'sales', people: 2 });
    const taken = { name: 'NIGHT SHIFT' };
    await expect(console.call(routes.changeGroup, { params: { id }, body: taken })).rejects.toThrow('is a group');
    await expect(console.call(routes.addGroup, { body: { name: 'a;b' } })).rejects.toThrow('separate groups in a file');
  });

  it('go without their people, and come back with them', async () => {
    const { id = '' } = (await groups()).find(({ name }) => name === 'Manila site') ?? {};
    const { people } = await console.call(routes.removeGroup, { params: { id } });
    expect(people).toHaveLength(2);
    await reopen();
    expect((await find('Pen B'))?.groups).toEqual([]);
    await console.call(routes.addGroup, { body: { name: 'Manila site', people } });
    await reopen();
    expect((await find('Pen B'))?.groups).toMatchObject([{ name: 'Manila site' }]);
    expect(await actions()).toEqual(expect.arrayContaining(['group-created', 'group-changed', 'group-removed']));
  });
});
