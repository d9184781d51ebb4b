import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

const start = '2026-03-01T00:00:00.000Z';
let clock = start;
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

async function open() {
  console = await runConsole(home.home, { now: () => new Date(clock) });
}

beforeAll(async () => {
  home = await makeHome();
  await open();
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(routes.putProgram, { params: { id: 'care' }, body: { name: 'Customer care', origins } });
  const csv = [
    'name,external id,time zone',
    'Amina,E1,Africa/Nairobi',
    'Nils,E2,Europe/Stockholm',
    'Nora,E3,America/New_York',
    'Zoe,,',
  ].join('\n');
  await console.call(routes.importPeople, { body: { csv, preview: false } });
});
beforeEach(() => {
  clock = start;
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const heading = 'person,program,start,end,time zone';
const send = (lines: readonly string[], preview = false) =>
  console.call(routes.importShifts, { body: { csv: [heading, ...lines].join('\n'), preview } });
const put = (body: object, program = 'sales') =>
  console.call(routes.putShifts, { params: { id: program }, body: { preview: false, ...body } as never });

/** The shift that somebody is in, or the next one after a time. */
async function shiftOf(person: string, at: string): Promise<string | undefined> {
  clock = at.length === 10 ? `${at}T00:00:00.000Z` : at;
  const { rows } = await console.call(routes.people, { query: { search: person } });
  const shift = rows[0]?.shift;
  return shift && `${shift.from.slice(0, 16)} ${shift.to.slice(0, 16)}`;
}

describe('an import', () => {
  it('says as a preview what it would do, and does nothing', async () => {
    const outcome = await send(['Amina,sales,2026-03-02 09:00,2026-03-02 17:00,'], true);
    expect(outcome).toMatchObject({ rows: 1, added: 1, removed: 0, problems: [], imported: false });
    expect(await shiftOf('Amina', '2026-03-02')).toBeUndefined();
  });

  it('reads times of the clock at the person’s home, in the named zone, or with an offset', async () => {
    const outcome = await send([
      'E1,sales,2026-03-02 09:00,2026-03-02 17:00,',
      'Nils,Sales,2026-03-02 09:00,2026-03-02 17:00,',
      'nora,sales,2026-03-02T09:00:00,2026-03-02T17:00:00,Asia/Manila',
      'Zoe,sales,2026-03-02T09:00:00+05:30,2026-03-02T17:00:00Z,',
    ]);
    expect(outcome).toMatchObject({ rows: 4, added: 4, imported: true });
    expect(await shiftOf('Amina', '2026-03-02')).toBe('2026-03-02T06:00 2026-03-02T14:00');
    expect(await shiftOf('Nils', '2026-03-02')).toBe('2026-03-02T08:00 2026-03-02T16:00');
    expect(await shiftOf('Nora', '2026-03-02')).toBe('2026-03-02T01:00 2026-03-02T09:00');
    expect(await shiftOf('Zoe', '2026-03-02')).toBe('2026-03-02T03:30 2026-03-02T17:00');
  });

  it('takes the place of what was known for its people between its first start and its last end', async () => {
    await send(['Zoe,sales,2026-03-09 09:00,2026-03-09 17:00,', 'Zoe,sales,2026-03-10 09:00,2026-03-10 17:00,']);
    await send(['Zoe,sales,2026-03-12 09:00,2026-03-12 17:00,', 'Zoe,care,2026-03-10 18:00,2026-03-10 20:00,']);
    const outcome = await send([
      'Zoe,sales,2026-03-09 09:00,2026-03-09 17:00,',
      'Zoe,sales,2026-03-11 09:00,2026-03-11 17:00,',
    ]);
    expect(outcome).toMatchObject({ rows: 2, added: 1, unchanged: 1, removed: 1, imported: true });
    for (const again of [false, true]) {
      clock = start;
      if (again) {
        await console.close();
        await open();
      }
      expect(await shiftOf('Zoe', '2026-03-09')).toBe('2026-03-09T09:00 2026-03-09T17:00');
      expect(await shiftOf('Zoe', '2026-03-10')).toBe('2026-03-10T18:00 2026-03-10T20:00');
      expect(await shiftOf('Zoe', '2026-03-11')).toBe('2026-03-11T09:00 2026-03-11T17:00');
      expect(await shiftOf('Zoe', '2026-03-11T17:00:00.000Z')).toBe('2026-03-12T09:00 2026-03-12T17:00');
    }
  });

  it('takes a shift over midnight that ends on the next day', async () => {
    await send(['Nils,sales,2026-03-16 22:00,2026-03-17 06:00,']);
    expect(await shiftOf('Nils', '2026-03-17T02:00:00.000Z')).toBe('2026-03-16T21:00 2026-03-17T05:00');
    expect(await shiftOf('Nils', '2026-03-17T05:00:00.000Z')).toBeUndefined();
  });

  it('takes one shift right after the other', async () => {
    const lines = ['Zoe,sales,2026-03-20 09:00,2026-03-20 12:00,', 'Zoe,sales,2026-03-20 12:00,2026-03-20 15:00,'];
    expect(await send(lines)).toMatchObject({ added: 2, problems: [] });
  });
});

describe('when clocks change', () => {
  it('a shift over the lost hour is an hour shorter', async () => {
    await send(['Nils,sales,2026-03-28 22:00,2026-03-29 06:00,']);
    expect(await shiftOf('Nils', '2026-03-28')).toBe('2026-03-28T21:00 2026-03-29T04:00');
  });

  it('a shift over the doubled hour is an hour longer', async () => {
    await send(['Nils,sales,2026-10-24 22:00,2026-10-25 06:00,']);
    expect(await shiftOf('Nils', '2026-10-24')).toBe('2026-10-24T20:00 2026-10-25T05:00');
  });

  it('a time that there is twice is the first of the two', async () => {
    await send(['Nora,sales,2026-11-01 01:30,2026-11-01 05:00,']);
    expect(await shiftOf('Nora', '2026-11-01')).toBe('2026-11-01T05:30 2026-11-01T10:00');
  });

  it.each([
    ['start', 'Nils,sales,2026-03-29 02:30,2026-03-29 10:00,', 'Clocks in Europe/Stockholm skip 2026-03-29 02:30.'],
    ['end', 'Nora,sales,2026-03-07 20:00,2026-03-08 02:00,', 'Clocks in America/New_York skip 2026-03-08 02:00.'],
    ['start', 'Zoe,sales,2011-12-30 09:00,2011-12-30 10:00,Pacific/Apia', 'Clocks in Pacific/Apia skip'],
  ])('a skipped time as the %s is a problem of its line', async (column, line, message) => {
    const { problems, imported } = await send(['Zoe,sales,2026-03-29 09:00,2026-03-29 10:00,', line]);
    expect(imported).toBe(false);
    expect(problems[0]).toEqual({ line: 3, column, message: expect.stringContaining(message) });
  });

  it('a whole day and night of work is not too long for having 25 hours', async () => {
    const { problems } = await send(['Nils,sales,2026-10-24 12:00,2026-10-25 12:00,'], true);
    expect(problems).toEqual([]);
  });
});

describe('one bad line', () => {
  it.each([
    ['somebody unknown', 'Nobody,sales,2026-04-01 09:00,2026-04-01 10:00,', 'person', 'Nobody is known by “Nobody”'],
    ['an unknown program', 'Zoe,fishing,2026-04-01 09:00,2026-04-01 10:00,', 'program', 'no program “fishing”'],
    ['an unknown time zone', 'Zoe,sales,2026-04-01 09:00,2026-04-01 10:00,Mars/Base', 'time zone', 'no time zone'],
    ['no start', 'Zoe,sales,,2026-04-01 10:00,', 'start', 'is no time'],
    ['a day that does not exist', 'Zoe,sales,2026-02-30 09:00,2026-04-01 10:00,', 'start', 'is no time'],
    ['that day with an offset', 'Zoe,sales,2026-02-30T09:00:00Z,2026-03-02T10:00:00Z,', 'start', 'is no time'],
    ['a date in another form', 'Zoe,sales,01/04/2026 09:00,2026-04-01 10:00,', 'start', 'Write it as'],
    ['an hour 24', 'Zoe,sales,2026-04-01 09:00,2026-04-01 24:00,', 'end', 'is no time'],
    ['an end before the start', 'Zoe,sales,2026-04-01 22:00,2026-04-01 06:00,', 'end', 'ends on the next day'],
    ['an end at the start', 'Zoe,sales,2026-04-01 22:00,2026-04-01 22:00,', 'end', 'ends before it starts'],
    ['a shift of two days', 'Zoe,sales,2026-04-01 09:00,2026-04-03 09:00,', 'end', 'longer than 24 hours'],
    ['an overlap', 'Amina,sales,2026-04-01 16:00,2026-04-01 18:00,', 'start', 'overlaps with line 2'],
    ['the same again', 'Amina,sales,2026-04-01 09:00,2026-04-01 17:00,', 'start', 'overlaps with line 2'],
    [
      'an overlap in another zone',
      'Amina,sales,2026-04-01 07:00,2026-04-01 08:00,UTC',
      'start',
      'overlaps with line 2',
    ],
  ])('with %s imports nothing at all', async (_what, bad, column, message) => {
    const good = (person: string) => `${person},sales,2026-04-01 09:00,2026-04-01 17:00,`;
    const { problems, ...outcome } = await send([good('Amina'), bad, good('Nora')]);
    expect(problems).toEqual([{ line: 3, column, message: expect.stringContaining(message) }]);
    const none = { added: 0, changed: 0, unchanged: 0, removed: 0 };
    expect(outcome).toEqual({ rows: 3, ...none, problemCount: 1, imported: false });
    expect(await shiftOf('Amina', '2026-04-01')).toBeUndefined();
  });

  it('leaves what was known as it was', async () => {
    await send(['Zoe,sales,2026-05-04 09:00,2026-05-04 17:00,']);
    await send(['Zoe,sales,2026-05-04 12:00,2026-05-04 20:00,', 'Nobody,sales,2026-05-04 09:00,2026-05-04 17:00,']);
    expect(await shiftOf('Zoe', '2026-05-04')).toBe('2026-05-04T09:00 2026-05-04T17:00');
  });
});

describe('the API', () => {
  const day = { from: '2026-06-01T00:00:00.000Z', to: '2026-06-08T00:00:00.000Z' };
  const shift = (person: string, date: string, from = '09', to = '17') => ({
    ...{ person, from: `2026-06-0${date}T${from}:00:00.000Z`, to: `2026-06-0${date}T${to}:00:00.000Z` },
  });

  it('puts the shifts of some people for a stretch of time in place of those before', async () => {
    await put({ ...day, shifts: [shift('E1', '2'), shift('E1', '4'), shift('Zoe', '2')] });
    const outcome = await put({ ...day, shifts: [shift('Amina', '3'), shift('E1', '4')] });
    expect(outcome).toMatchObject({ rows: 2, added: 1, unchanged: 1, removed: 1, imported: true });
    expect(await shiftOf('Amina', '2026-06-01')).toBe('2026-06-03T09:00 2026-06-03T17:00');
    expect(await shiftOf('Zoe', '2026-06-01')).toBe('2026-06-02T09:00 2026-06-02T17:00');
  });

  it('answers a preview, and does nothing', async () => {
    const preview = await put({ ...day, shifts: [shift('Zoe', '5')], preview: true });
    expect(preview).toMatchObject({ added: 1, removed: 1, imported: false });
    expect(await shiftOf('Zoe', '2026-06-01')).toBe('2026-06-02T09:00 2026-06-02T17:00');
  });

  it.each([
    ['somebody unknown', [shift('Zoe', '5'), shift('Nobody', '5')], 'person', 'Nobody is known'],
    ['an overlap', [shift('Zoe', '5'), shift('Zoe', '5', '16', '18')], 'start', 'overlaps with line 1'],
    ['an end before the start', [shift('Zoe', '5'), shift('E1', '5', '17', '09')], 'end', 'ends before it starts'],
    ['a shift outside of the stretch', [shift('Zoe', '5'), shift('E1', '9')], 'start', 'outside of from and to'],
  ])('names what is wrong with %s, and takes nothing', async (_what, shifts, column, message) => {
    const { problems, imported } = await put({ ...day, shifts });
    expect(problems).toEqual([{ line: 2, column, message: expect.stringContaining(message) }]);
    expect([imported, await shiftOf('Zoe', '2026-06-04')]).toEqual([false, undefined]);
  });

  it('refuses what has the wrong form', async () => {
    await expect(put({ ...day, shifts: [] }, 'nothing')).rejects.toThrow('404');
    await expect(put({ from: day.to, to: day.from, shifts: [] })).rejects.toThrow('to is not after from');
    await expect(put({ ...day, shifts: [{ ...shift('Zoe', '5'), from: '2026-06-05' }] })).rejects.toThrow('400');
  });
});
