import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { askFromAnywhere, type CalendarServer, calendar, serveCalendar, wrap } from './calendar-server.ts';

const start = '2026-03-23T00:00:00.000Z';
let clock = start;
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let server: CalendarServer;
const params = { id: 'sales' };

async function open() {
  console = await runConsole(home.home, {
    now: () => new Date(clock),
    trustedFeeds: [server.origin],
    trustedProxies: ['127.0.0.1'],
  });
}

beforeAll(async () => {
  home = await makeHome();
  server = await serveCalendar();
  await open();
  const csv = [
    'name,external id,time zone',
    'Amina,E1,Africa/Nairobi',
    'Nils,nils@example.test,Europe/Stockholm',
    'Zoe,,',
  ].join('\n');
  await console.call(routes.importPeople, { body: { csv, preview: false } });
});
beforeEach(async () => {
  clock = start;
  server.answer(calendar());
  await put();
});
afterAll(async () => {
  await console.close();
  await server.close();
  await home.close();
});

const put = (url = `${server.origin}/rota.ics`) => askFromAnywhere(console, routes.putFeed, { params, body: { url } });

async function read(answer: Parameters<CalendarServer['answer']>[0]) {
  server.answer(answer);
  clock = start;
  return askFromAnywhere(console, routes.readFeed, { params });
}

/** Every shift of somebody in the two weeks after the start. */
async function shiftsOf(person: string): Promise<string[]> {
  const found: string[] = [];
  const end = Date.parse(start) + 14 * 86_400_000;
  clock = start;
  while (Date.parse(clock) < end) {
    const { rows } = await console.call(routes.people, { query: { search: person } });
    const shift = rows[0]?.shift;
    if (!shift) break;
    if (Date.parse(shift.from) < end) found.push(`${shift.from.slice(5, 16)} ${shift.to.slice(5, 16)}`);
    clock = shift.to;
  }
  clock = start;
  return found;
}

const stockholm = (name: string, time: string) => `${name};TZID=Europe/Stockholm:${time}`;

describe('a calendar', () => {
  it('is read at once when it is set, and again when it is asked for', async () => {
    const event = ['UID:1', 'SUMMARY:Zoe', 'DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
    server.answer(calendar(event));
    expect(await put()).toMatchObject({
      program: 'sales',
      setBy: 'command line',
      shifts: 1,
      readAt: start,
      goodAt: start,
    });
    expect(await shiftsOf('Zoe')).toEqual(['03-24T08:00 03-24T16:00']);
    const later = ['UID:1', 'SUMMARY:Zoe', 'DTSTART:20260325T080000Z', 'DURATION:PT8H'];
    expect(await read(calendar(later))).toMatchObject({ shifts: 1 });
    expect(await shiftsOf('Zoe')).toEqual(['03-25T08:00 03-25T16:00']);
    expect((await console.call(routes.feeds)).rows).toMatchObject([{ program: 'sales', shifts: 1 }]);
  });

  it('names people by attendee, address or external id, and by the summary where nobody attends', async () => {
    const times = ['DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
    const outcome = await read(
      calendar(
        ['UID:1', 'SUMMARY:Early shift', 'ATTENDEE;CN=Amina:mailto:amina@other.test', ...times],
        ['UID:2', 'SUMMARY:Early shift', 'ATTENDEE;CN="Somebody, else":MAILTO:nils@example.test', ...times],
        ['UID:3', 'SUMMARY:zoe', ...times],
      ),
    );
    expect([outcome.shifts, outcome.problem]).toEqual([3, undefined]);
    for (const person of ['Amina', 'Nils', 'Zoe']) expect(await shiftsOf(person)).toHaveLength(1);
  });

  it('takes the people it knows, and says whom it does not know', async () => {
    const times = ['DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
    const outcome = await read(calendar(['UID:1', 'SUMMARY:Zoe', ...times], ['UID:2', 'SUMMARY:Mallory', ...times]));
    expect(outcome).toMatchObject({ shifts: 1, problem: 'Nobody here is known as Mallory.' });
  });

  it('repeats with its rule, at the same time of the clock before and after clocks change', async () => {
    const event = [
      'UID:1',
      'SUMMARY:Nils',
      stockholm('DTSTART', '20260302T220000'),
      stockholm('DTEND', '20260303T060000'),
    ];
    await read(calendar([...event, 'RRULE:FREQ=WEEKLY;BYDAY=MO,SA,SU;UNTIL=20260331T215959Z']));
    expect(await shiftsOf('Nils')).toEqual([
      '03-22T21:00 03-23T05:00',
      '03-23T21:00 03-24T05:00',
      '03-28T21:00 03-29T04:00',
      '03-29T20:00 03-30T04:00',
      '03-30T20:00 03-31T04:00',
    ]);
  });

  it('takes a floating time for the person’s own', async () => {
    await read(calendar(['UID:1', 'SUMMARY:Amina', 'DTSTART:20260324T090000', 'DTEND:20260324T170000']));
    expect(await shiftsOf('Amina')).toEqual(['03-24T06:00 03-24T14:00']);
  });

  it('takes a time zone of its own by its own rules', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Office', 'BEGIN:STANDARD', 'DTSTART:16011101T020000'],
      ...['RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010301T020000', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'],
      ...['TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];
    const event = ['DTSTART;TZID=Office:20260324T090000', 'DTEND;TZID=Office:20260324T170000', 'END:VEVENT'];
    await read(wrap([...zone, 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Zoe', ...event]));
    expect(await shiftsOf('Zoe')).toEqual(['03-24T13:00 03-24T21:00']);
  });

  it('keeps a shift that begins or ends at an hour that clocks skip', async () => {
    const early = [stockholm('DTSTART', '20260328T203000'), stockholm('DTEND', '20260329T023000')];
    const late = [stockholm('DTSTART', '20260329T023000'), stockholm('DTEND', '20260329T100000')];
    await read(calendar(['UID:1', 'SUMMARY:Nils', ...early], ['UID:2', 'SUMMARY:Zoe', ...late]));
    expect(await shiftsOf('Nils')).toEqual(['03-28T19:30 03-29T01:30']);
    expect(await shiftsOf('Zoe')).toEqual(['03-29T01:30 03-29T08:00']);
  });

  it('leaves out whole days, what was called off, and days that the rule excepts', async () => {
    const rule = ['DTSTART:20260320T080000Z', 'DTEND:20260320T160000Z', 'RRULE:FREQ=DAILY;COUNT=8'];
    const except = ['EXDATE:20260324T090000Z', 'EXDATE:20260324T080000Z,20260326T080000Z'];
    await read(
      calendar(
        ['UID:1', 'SUMMARY:Zoe', ...rule, ...except],
        ['UID:2', 'SUMMARY:Amina', 'DTSTART;VALUE=DATE:20260324', 'DTEND;VALUE=DATE:20260325'],
        ['UID:3', 'SUMMARY:Amina', 'STATUS:CANCELLED', 'DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'],
      ),
    );
    expect(await shiftsOf('Zoe')).toEqual([
      '03-23T08:00 03-23T16:00',
      '03-25T08:00 03-25T16:00',
      '03-27T08:00 03-27T16:00',
    ]);
    expect(await shiftsOf('Amina')).toEqual([]);
  });

  it('moves or calls off one day of one person’s rule, and nobody else’s', async () => {
    const daily = ['DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z', 'RRULE:FREQ=DAILY;COUNT=3'];
    const moved = ['RECURRENCE-ID:20260325T080000Z', 'DTSTART:20260325T120000Z', 'DTEND:20260325T180000Z'];
    const off = ['RECURRENCE-ID:20260326T080000Z', 'STATUS:CANCELLED', 'DTSTART:20260326T080000Z', 'DURATION:PT8H'];
    await read(
      calendar(
        ['UID:a', 'SUMMARY:Zoe', ...daily],
        ['UID:a', 'SUMMARY:Zoe', ...moved],
        ['UID:a', 'SUMMARY:Zoe', ...off],
        ['UID:b', 'SUMMARY:Amina', ...daily],
      ),
    );
    expect(await shiftsOf('Zoe')).toEqual(['03-24T08:00 03-24T16:00', '03-25T12:00 03-25T18:00']);
    expect(await shiftsOf('Amina')).toEqual([
      '03-24T08:00 03-24T16:00',
      '03-25T08:00 03-25T16:00',
      '03-26T08:00 03-26T16:00',
    ]);
  });

  it('takes a single day of a rule that is not in the calendar itself', async () => {
    const one = ['RECURRENCE-ID:20260325T080000Z', 'DTSTART:20260325T120000Z', 'DTEND:20260325T180000Z'];
    await read(calendar(['UID:far', 'SUMMARY:Zoe', ...one]));
    expect(await shiftsOf('Zoe')).toEqual(['03-25T12:00 03-25T18:00']);
  });

  it('may end in another time zone than it begins, also when it repeats', async () => {
    const times = ['DTSTART;TZID=Africa/Nairobi:20260324T090000', 'DTEND:20260324T140000Z'];
    await read(
      calendar(['UID:1', 'SUMMARY:Zoe', ...times], ['UID:2', 'SUMMARY:Nils', ...times, 'RRULE:FREQ=DAILY;COUNT=2']),
    );
    expect(await shiftsOf('Zoe')).toEqual(['03-24T06:00 03-24T14:00']);
    expect(await shiftsOf('Nils')).toEqual(['03-24T06:00 03-24T14:00', '03-25T06:00 03-25T14:00']);
  });

  it('may begin with a byte order mark and fold its lines', async () => {
    const event = ['UID:1', 'SUMMARY:Z', ' oe', 'DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
    expect(await read(`\uFEFF${calendar(event)}`)).toMatchObject({ shifts: 1 });
  });

  it('keeps step with a rule of years ago that skips weeks or days', async () => {
    const since = (name: string, date: string, rule: string) => [
      ...[`UID:${name}`, `SUMMARY:${name}`, stockholm('DTSTART', `${date}T090000`)],
      ...[stockholm('DTEND', `${date}T170000`), `RRULE:${rule}`],
    ];
    await read(
      calendar(
        since('Zoe', '20240101', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU'),
        since('Nils', '20240108', 'FREQ=WEEKLY;INTERVAL=2'),
        since('Amina', '20240101', 'FREQ=DAILY;INTERVAL=3'),
      ),
    );
    const days = async (person: string) => (await shiftsOf(person)).map((shift) => shift.slice(0, 5));
    expect(await days('Zoe')).toEqual(['03-23', '03-24']);
    expect(await days('Nils')).toEqual(['03-30']);
    expect(await days('Amina')).toEqual(['03-24', '03-27', '03-30', '04-02', '04-05']);
  });

  it('of hundreds of people whose rules are years old is read, while the console answers others', async () => {
    const event = (index: number) => [
      ...[`UID:${index}`, `SUMMARY:${index === 0 ? 'Zoe' : 'Amina'}`, stockholm('DTSTART', '20230102T090000')],
      ...[stockholm('DTEND', '20230102T170000'), `RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;INTERVAL=${(index % 2) + 1}`],
    ];
    server.answer(calendar(...Array.from({ length: 600 }, (_, index) => event(index))));
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const outcome = await askFromAnywhere(console, routes.readFeed, { params });
    clearInterval(pulse);
    expect(outcome.problem).toBeUndefined();
    expect(outcome.shifts).toBeGreaterThan(40);
    expect((await shiftsOf('Zoe')).slice(0, 2)).toEqual(['03-23T08:00 03-23T16:00', '03-24T08:00 03-24T16:00']);
    expect(longest).toBeLessThan(1_000);
  });
});

describe('imported shifts beside a calendar', () => {
  it('stay when the calendar is read, and when it is removed', async () => {
    const shift = { person: 'Zoe', from: '2026-03-26T08:00:00.000Z', to: '2026-03-26T16:00:00.000Z' };
    const body = { from: shift.from, to: shift.to, shifts: [shift], preview: false };
    await console.call(routes.putShifts, { params, body });
    const event = ['UID:1', 'SUMMARY:Zoe', 'DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
    await read(calendar(event));
    expect(await shiftsOf('Zoe')).toEqual(['03-24T08:00 03-24T16:00', '03-26T08:00 03-26T16:00']);
    await read(calendar());
    expect(await shiftsOf('Zoe')).toEqual(['03-26T08:00 03-26T16:00']);
    await read(calendar(event));
    await console.call(routes.removeFeed, { params });
    expect((await console.call(routes.feeds)).rows).toEqual([]);
    for (const again of [false, true]) {
      if (again) {
        await console.close();
        await open();
      }
      expect(await shiftsOf('Zoe')).toEqual(['03-26T08:00 03-26T16:00']);
    }
  });
});
