import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(routes.putProgram, { params: { id: 'care' }, body: { name: 'Customer care', origins } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const send = (csv: string, preview = false) => console.call(routes.importPeople, { body: { csv, preview } });
const list = async (search: string) => (await console.call(routes.people, { query: { search } })).rows;
const find = async (search: string) => (await list(search))[0];
const count = async () => (await console.call(routes.people)).total;
const heading = 'name,external id,language,time zone,programs\n';

async function reopen() {
  await console.close();
  console = await runConsole(home.home);
}

it('two that come at the same moment add nobody twice', async () => {
  const csv = `${heading}Noor Haddad,,,,\nSami Haddad,,,,\n`;
  const outcomes = await Promise.all([send(csv), send(csv)]);
  expect(outcomes.map(({ added, unchanged }) => [added, unchanged])).toEqual([
    [2, 0],
    [0, 2],
  ]);
  const rows = await list('haddad');
  expect(rows.map(({ name }) => name)).toEqual(['Noor Haddad', 'Sami Haddad']);
  for (const { id } of rows) await console.call(routes.removePerson, { params: { id } });
});

describe('an import', () => {
  it('says as a preview what it would do, and does nothing', async () => {
    const outcome = await send(`${heading}Amina Otieno,E1,sw,Africa/Nairobi,sales\n`, true);
    expect(outcome).toMatchObject({ rows: 1, added: 1, changed: 0, unchanged: 0, problems: [], imported: false });
    expect(await count()).toBe(0);
  });

  it('brings people with their language, time zone and programs, who are still there after a restart', async () => {
    const csv = `${heading}Amina Otieno,E1,sw,Africa/Nairobi,sales\nJosé Cruz,E2,Filipino,Asia/Manila,"care, sales"\nRavi,,,,\n`;
    expect(await send(csv)).toMatchObject({ rows: 3, added: 3, imported: true });
    const amina = { name: 'Amina Otieno', externalId: 'E1', language: 'sw', timeZone: 'Africa/Nairobi' };
    for (const again of [false, true]) {
      if (again) await reopen();
      expect(await find('amina')).toMatchObject({ ...amina, programs: ['sales'], workstations: 0 });
      expect(await find('E2')).toMatchObject({ name: 'José Cruz', language: 'fil', programs: ['care', 'sales'] });
      const ravi = await find('Ravi');
      expect([ravi?.externalId, ravi?.language, ravi?.timeZone, ravi?.programs]).toEqual([
        undefined,
        undefined,
        undefined,
        [],
      ]);
    }
    expect(await send(csv)).toMatchObject({ added: 0, changed: 0, unchanged: 3, imported: true });
  });

  it('is written in the audit trail with its counts', async () => {
    const { rows } = await console.call(routes.audit);
    const entry = rows.find(({ action }) => action === 'people-imported');
    expect(entry).toMatchObject({ actor: 'command line', target: 'people' });
  });

  it('knows a person again by the external id under another name, and by the name without one', async () => {
    const before = await find('E1');
    expect(await send('name,external id\nAmina Wanjiru,E1\nravi,E3\n')).toMatchObject({ added: 0, changed: 2 });
    expect(await find('E1')).toMatchObject({ id: before?.id, name: 'Amina Wanjiru' });
    expect(await list('Otieno')).toEqual([]);
    expect(await find('ravi')).toMatchObject({ externalId: 'E3' });
  });

  it('knows a name again however its accents were typed', async () => {
    expect(await send(`name,language\n${'José Cruz'.normalize('NFD')},es\n`)).toMatchObject({ added: 0, changed: 1 });
  });

  it('leaves alone what the file has no column for, and empties what the file leaves empty', async () => {
    await send(`${heading}Joy Reyes,E9,fil,Asia/Manila,sales\n`);
    expect(await send('name,time zone\nJoy Reyes,\n')).toMatchObject({ changed: 1 });
    const joy = await find('Joy');
    expect(joy).toMatchObject({ externalId: 'E9', language: 'fil', programs: ['sales'] });
    expect(joy?.timeZone).toBeUndefined();
  });
});

describe('the file', () => {
  it.each([
    ['a byte order mark', '\uFEFFname,language\nForm A,fr\n'],
    ['semicolons', 'name;language\nForm A;fr\n'],
    ['semicolons below an empty line', '\n\nname;language\nForm A;fr\n'],
    ['tabs', 'name\tlanguage\nForm A\tfr\n'],
    ['ends of lines from Windows', 'name,language\r\nForm A,fr\r\n'],
    ['ends of lines from an old Mac', 'name,language\rForm A,fr\r'],
    ['no end of the last line', 'name,language\nForm A,fr'],
    ['quotes', '"name","language"\n"Form A","fr"\n'],
    ['spaces around', ' name , language \n  Form A ,  fr \n'],
    ['a heading in other words', 'Person,LANGUAGE\nForm A,fr\n'],
    ['a language with its country', 'name,language\nForm A,fr-CA\n'],
    ['a language by its own name', 'name,language\nForm A,FRANÇAIS\n'],
  ])('may have %s', async (_what, csv) => {
    const outcome = await send(csv, true);
    expect(outcome).toMatchObject({ rows: 1, added: 1, problems: [] });
  });

  it('keeps separators, quotes and ends of lines that are inside quotes', async () => {
    await send('name,programs\n"Cruz, Ana ""Annie""","sales;care"\n');
    expect(await find('Annie')).toMatchObject({ name: 'Cruz, Ana "Annie"', programs: ['care', 'sales'] });
  });

  it.each([
    ['an unknown column', 'name,shoe size\nZoe,42\n', { line: 1, column: 'shoe size' }, 'There is no column'],
    ['no column for the name', 'language\nfr\n', { line: 1, column: 'name' }, 'is missing from the heading'],
    ['a column twice', 'name,person\nZoe,Zoe\n', { line: 1, column: 'name' }, 'stands there twice'],
    ['an unknown column further down', '\n\nname,shoe size\n', { line: 3, column: 'shoe size' }, 'no column'],
    ['only a heading', 'name,language\n', { line: 1, column: '' }, 'no line below the heading'],
    ['nothing but empty lines', '\n\n', { line: 1, column: '' }, 'no line below the heading'],
    ['a quote that never ends', 'name\nZoe\n"Yan\n', { column: '' }, 'This line is not CSV'],
    ['a stray quote', 'name,language\nZoe,fr\nY"an,fr\n', { line: 3, column: '' }, 'This line is not CSV'],
    ['more in a line than in the heading', 'name,language\nZoe,fr\nReyes, Yan,fr\n', { line: 3 }, 'more columns'],
  ])('with %s is refused', async (_what, csv, where, message) => {
    const before = await count();
    const { problems, imported, added } = await send(csv);
    expect(problems[0]).toMatchObject(where);
    expect(problems[0]?.message).toContain(message);
    expect([imported, added, await count()]).toEqual([false, 0, before]);
  });
});

describe('one bad line', () => {
  it.each([
    ['no name', ',E50,,,', 'name', 'missing'],
    ['a name that is too long', `${'x'.repeat(121)},,,,`, 'name', 'longer than 120'],
    ['an unknown language', 'Zoe,,klingon,,', 'language', '“klingon” is none of en'],
    ['an unknown time zone', 'Zoe,,,Mars/Olympus,', 'time zone', 'Write it as Africa/Nairobi'],
    ['an unknown program', 'Zoe,,,,"sales,fishing"', 'programs', 'no program “fishing”'],
    ['the name of a line before', ' NEW ONE ,,,,', 'name', 'Line 2 has the same name'],
    ['the external id of a line before', 'Zoe,N1,,,', 'external id', 'Line 2 has the same external id'],
    ['a name that somebody else has', 'Amina Wanjiru,E77,,,', 'name', 'external id E1 has this name'],
  ])('with %s imports nothing at all', async (_what, bad, column, message) => {
    const before = await count();
    const { problems, ...outcome } = await send(`${heading}New One,N1,,,sales\n${bad}\nNew Two,N2,,,\n`);
    expect(problems).toEqual([{ line: 3, column, message: expect.stringContaining(message) }]);
    expect(outcome).toEqual({
      rows: 3,
      ...{ added: 0, changed: 0, unchanged: 0, removed: 0 },
      problemCount: 1,
      imported: false,
    });
    expect([await count(), await list('New')]).toEqual([before, []]);
  });

  it.each([
    ['\n', 'from Unix'],
    ['\r\n', 'from Windows'],
    ['\r', 'from an old Mac'],
  ])('is named by where it begins in the file, with ends of lines %j %s', async (end) => {
    const lines = [
      '',
      'name,language',
      '',
      '"Two',
      'lines",fr',
      '',
      'Zoe,klingon',
      '"On two',
      'lines",elvish',
      'Yan,x',
    ];
    const { problems } = await send(lines.join(end), true);
    expect(problems.map(({ line }) => line)).toEqual([7, 8, 10]);
  });

  it('who is somebody of the file under another name is found', async () => {
    const { problems, imported } = await send('name,external id\nAmina Wanjiru,\nAmina Mwangi,E1\n');
    expect(imported).toBe(false);
    expect(problems).toEqual([{ line: 3, column: 'external id', message: 'Line 2 is the same person.' }]);
    expect(await find('E1')).toMatchObject({ name: 'Amina Wanjiru' });
  });

  it('among very many is counted, and the first hundred are told', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `P${index},klingon`);
    const { problems, problemCount, rows } = await send(`name,language\n${lines.join('\n')}\n`);
    expect([rows, problemCount, problems.length, problems.at(-1)?.line]).toEqual([250, 250, 100, 101]);
  });
});

it('takes in thousands of people at once', async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => `Many ${index},M${index},en,Asia/Manila,sales`);
  expect(await send(`${heading}${lines.join('\n')}\n`)).toMatchObject({ added: 3_000, imported: true });
  const { rows, total } = await console.call(routes.people, { query: { search: 'many', program: 'sales', limit: 2 } });
  expect([rows.length, total]).toEqual([2, 3_000]);
});

it('imports at the same time that name the same new person leave one person', async () => {
  const files = ['en', 'fr', 'es', 'pt', 'sw', 'hi'].map((language) => `name,language\nBoth At Once,${language}\n`);
  const outcomes = await Promise.all(files.map((csv) => send(csv)));
  expect(outcomes.map(({ imported }) => imported)).toEqual(files.map(() => true));
  expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(1);
  expect(await list('Both At Once')).toHaveLength(1);
  await reopen();
  expect(await list('Both At Once')).toHaveLength(1);
});

it('forgets a person, shifts included, and is asked for one that is not there', async () => {
  await send('name,external id\nGone Soon,G1\n');
  const from = new Date(Date.now() + 3_600_000).toISOString();
  const to = new Date(Date.now() + 7_200_000).toISOString();
  const shifts = [{ person: 'G1', from, to }];
  await console.call(routes.putShifts, { params: { id: 'sales' }, body: { from, to, shifts, preview: false } });
  const gone = await find('Gone Soon');
  expect(gone?.shift).toEqual({ from, to });
  await console.call(routes.removePerson, { params: { id: gone?.id ?? '' } });
  await send('name,external id\nGone Soon,G1\n');
  expect((await find('Gone Soon'))?.shift).toBeUndefined();
  await expect(console.call(routes.removePerson, { params: { id: gone?.id ?? '' } })).rejects.toThrow('404');
});
