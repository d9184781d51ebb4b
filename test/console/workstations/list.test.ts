import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { type ListQuery, ListSort, listExportPath } from '../../../shared/protocol/workstation-list.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleSocket, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let connected: DoubleSocket;
const ids: Record<string, string> = {};

const pcs = [
  { hostName: 'pc-10', person: 'Émile Zola', program: 'sales', agentVersion: '0.10.0', facts: goodFacts() },
  { hostName: 'PC-9', person: 'anna adams', program: 'sales', agentVersion: '0.9.0', facts: badFacts() },
  { hostName: '=cmd|calc', person: 'Eva "Lee", B.', program: 'care', agentVersion: '0.9.0', facts: goodFacts() },
] as const;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(consoleRoutes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
  for (const { hostName, person, program, agentVersion, facts } of pcs) {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code({ person, program }), device);
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    ids[hostName] = pc.id;
    const { socket } = await pc.connect(console.url, { hostName, agentVersion });
    socket.send({ type: 'report', jws: pc.report(facts) });
    await socket.next('ack');
    if (hostName === 'pc-10') connected = socket;
    else await socket.close();
  }
  const silent = await enrol(console.url, await console.code({ approval: true }), makeDevice(), {
    hostName: 'new-pc',
    system: 'Windows 11 Pro 25H2',
  });
  ids['new-pc'] = String(silent.body['workstation']);
});
afterAll(async () => {
  await connected.close();
  await console.close();
  await home.close();
});

const list = (query: Partial<ListQuery> = {}) => console.call(consoleRoutes.workstations, { query });
const names = async (query: Partial<ListQuery>) => (await list(query)).rows.map(({ hostName }) => hostName);
const [pc9, pc10, cmd, fresh] = ['PC-9', 'pc-10', '=cmd|calc', 'new-pc'];

describe('the list is sorted', () => {
  it.each<[string, Partial<ListQuery>, string[]]>([
    ['as people look for names, whoever has none last', { sort: 'person' }, [pc9, pc10, cmd, fresh]],
    [
      'the other way round, whoever has none last',
      { sort: 'person', direction: 'descending' },
      [cmd, pc10, pc9, fresh],
    ],
    ['by PC, 9 before 10', { sort: 'pc' }, [cmd, fresh, pc9, pc10]],
    ['by version, 9 before 10', { sort: 'agent', direction: 'descending', search: 'PC-' }, [pc10, pc9]],
    ['by the name of the program', { sort: 'program', limit: 1 }, [cmd]],
    ['by system', { sort: 'system', direction: 'descending', limit: 1 }, [fresh]],
    ['by contact: whoever is connected last, whoever never was behind', { sort: 'contact' }, [pc9, cmd, pc10, fresh]],
    ['by contact the other way', { sort: 'contact', direction: 'descending', limit: 1 }, [pc10]],
    ['by who waits longest', { sort: 'since', access: 'locked' }, [pc9, fresh]],
  ])('%s', async (_what, query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(ListSort.options)('by %s, in pages that together are the whole', async (sort) => {
    const whole = await names({ sort });
    const pages = await Promise.all([0, 1, 2, 3, 4].map((offset) => names({ sort, limit: 1, offset })));
    expect([...whole].sort()).toEqual([pc9, pc10, cmd, fresh].sort());
    expect(pages.flat()).toEqual(whole);
  });
});

describe('the list is narrowed down to', () => {
  it.each<[string, Partial<ListQuery>, string[]]>([
    ['a cause', { cause: 'software/forbidden-running' }, [pc9]],
    ['a system', { system: 'Windows 11 Pro 25H2' }, [fresh]],
    ['a version of the agent', { agent: '0.9.0' }, [pc9, cmd]],
    ['a link to the network', { wifi: 'wired', access: 'ready' }, [cmd, pc10]],
    ['those whose link is not known', { wifi: 'unknown' }, [fresh]],
    ['what goes through a VPN', { vpn: 'none', program: 'care' }, [cmd]],
    ['those that wait for approval', { enrolment: 'awaiting-approval' }, [fresh]],
    ['those that are connected', { contact: 'connected' }, [pc10]],
    ['those that never were', { contact: 'never' }, [fresh]],
    ['those whose system is not known', { 'end-of-life': 'unknown' }, [fresh]],
    ['nobody', { cause: 'vpn/off' }, []],
  ])('%s', async (_what, query, expected) => {
    expect((await names(query)).sort()).toEqual(expected.sort());
  });

  it('a part, and says of how many', async () => {
    const { total, all, counts } = await list({ program: 'sales', access: 'ready' });
    expect({ total, all, counts }).toEqual({
      total: 1,
      all: 4,
      counts: { ready: 1, warned: 0, draining: 0, locked: 2 },
    });
  });

  it('what one program decides, when it is asked for that one', async () => {
    const { rows } = await list({ program: 'sales', access: 'locked' });
    expect(rows.map(({ access, programs }) => [access, programs.map(({ program }) => program)])).toEqual([
      ['locked', ['sales']],
      ['locked', ['sales']],
    ]);
  });

  it('nothing by a filter that does not exist', async () => {
    await expect(list({ contact: 'perhaps' as never })).rejects.toThrow(/400/);
  });
});

describe('a group of people', () => {
  const groups = async () => (await console.call(consoleRoutes.groups)).rows;
  const groupId = async (name: string) => (await groups()).find((group) => group.name === name)?.id ?? '';
  const counted = async (role?: { programs: string[] }) => {
    const { token } = await console.call(consoleRoutes.makeToken, { body: { name: 'reads', role: 'read', ...role } });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${console.localUrl}${consoleRoutes.facets.path}`, { headers });
    const { facets } = consoleRoutes.facets.reply.parse(await answer.json());
    const names = new Map((await groups()).map(({ id, name }) => [id, name]));
    return facets.peopleGroup.map(({ value, workstations }) => [names.get(value), workstations]);
  };
  beforeAll(async () => {
    const csv = 'name,programs,groups\nÉmile Zola,sales,Night;Sales team\nAnna Adams,sales,Sales team\n';
    await console.call(consoleRoutes.importPeople, { body: { csv, preview: false } });
    const params = { id: await groupId('Sales team') };
    await console.call(consoleRoutes.changeGroup, { params, body: { name: 'Sales team', program: 'sales' } });
  });

  it.each<[string, string, Partial<ListQuery>, string[]]>([
    ['those of its people, however their names are written', 'Sales team', {}, [pc9, pc10]],
    ['nothing beside it', 'Night', {}, [pc10]],
    ['together with other filters', 'Sales team', { contact: 'quiet' }, [pc9]],
    ['nobody once it is gone', 'No such group', {}, []],
  ])('narrows the list down to %s', async (_what, group, query, expected) => {
    const peopleGroup = (await groupId(group)) || 'group_gone';
    expect((await names({ ...query, peopleGroup })).sort()).toEqual(expected.sort());
  });

  it('is counted among the filters, for those who may see it', async () => {
    expect(await counted()).toEqual([
      ['Sales team', 2],
      ['Night', 1],
    ]);
    expect(await counted({ programs: ['care'] })).toEqual([]);
    expect((await counted({ programs: ['sales'] })).length).toBe(2);
  });
});

describe('further filters', () => {
  const facets = async (query: object) => (await console.call(consoleRoutes.facets, { query })).facets;

  it('say how many workstations each would leave', async () => {
    const { agent, contact, cause } = await facets({ program: 'sales' });
    expect({ agent, contact, cause }).toEqual({
      agent: [
        { value: '0.1.0', workstations: 1 },
        { value: '0.10.0', workstations: 1 },
        { value: '0.9.0', workstations: 1 },
      ],
      contact: [
        { value: 'connected', workstations: 1 },
        { value: 'never', workstations: 1 },
        { value: 'quiet', workstations: 1 },
      ],
      cause: [
        { value: 'enrolment/awaiting-approval', workstations: 1 },
        { value: 'software/forbidden-running', workstations: 1 },
      ],
    });
  });

  it('offer the other values of what is chosen already, and of the rest what is left', async () => {
    const { agent, contact } = await facets({ agent: '0.9.0' });
    expect(agent.map(({ value }) => value)).toEqual(['0.9.0', '0.1.0', '0.10.0']);
    expect(contact).toEqual([{ value: 'quiet', workstations: 2 }]);
  });

  it('are the figures of the overview, and each of them opens a list of that length', async () => {
    const overview = await console.call(consoleRoutes.overview);
    expect(overview.workstations).toBe(4);
    for (const [facet, slices] of Object.entries(overview.facets)) {
      for (const { value, workstations } of slices) {
        const { total } = await list({ [facet]: value });
        expect({ facet, value, total }).toEqual({ facet, value, total: workstations });
      }
    }
  });
});

describe('for spreadsheets', () => {
  async function read(query = '') {
    const answer = await fetch(`${console.url}${listExportPath}${query}`, {
      headers: { authorization: `Bearer ${console.token}` },
    });
    // Read byte by byte: decoding as text would drop the mark.
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    return { text, headers: answer.headers, rows: parse<Record<string, string>>(text, { bom: true, columns: true }) };
  }

  it('the list is a file with the columns of the screen, times in UTC', async () => {
    const { text, headers, rows } = await read('?search=PC-9');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      expect.stringMatching(/^attachment; filename="shiftgate-workstations-\d{4}-\d\d-\d\d\.csv"$/),
    ]);
    expect(text.startsWith('\uFEFFPC,Person,Programs,Access,Why,Code,')).toBe(true);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(rows).toEqual([
      {
        PC: 'PC-9',
        Person: 'anna adams',
        Programs: 'Sales',
        Access: 'Locked',
        Why: 'AnyDesk is running and is not allowed while you work.',
        Code: 'software/forbidden-running',
        'Since (UTC)': time,
        'Locks at (UTC)': '',
        System: 'Debian GNU/Linux 12 (bookworm)',
        Agent: '0.9.0',
        Enrolment: 'active',
        Connected: 'no',
        'Last contact (UTC)': time,
        Workstation: ids[pc9!],
      },
    ]);
  });

  it('it has the filter and the order of the screen, and the whole of it', async () => {
    const { rows } = await read('?sort=pc&direction=descending&program=sales');
    expect(rows.map(({ PC }) => PC)).toEqual([pc10, pc9, fresh]);
  });

  it('a name cannot become a formula, and quotes and commas stay in their cell', async () => {
    const { rows } = await read('?program=care');
    expect(rows.map(({ PC, Person }) => [PC, Person])).toEqual([["'=cmd|calc", 'Eva "Lee", B.']]);
  });

  it('strangers get none of it', async () => {
    expect((await fetch(`${console.url}${listExportPath}`)).status).toBe(401);
  });
});
