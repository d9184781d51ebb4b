import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { askFromAnywhere, type CalendarServer, calendar, serveCalendar } from './calendar-server.ts';

const event = ['UID:1', 'SUMMARY:Zoe', 'DTSTART:20260324T080000Z', 'DTEND:20260324T160000Z'];
const at = '2026-03-23T00:00:00.000Z';
const params = { id: 'sales' };
let clock = at;
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let server: CalendarServer;
/** Another web server of the same machine, which the console was not told to trust. */
let inner: CalendarServer;

beforeAll(async () => {
  home = await makeHome();
  server = await serveCalendar();
  inner = await serveCalendar();
  console = await runConsole(home.home, {
    now: () => new Date(clock),
    trustedFeeds: [server.origin],
    trustedProxies: ['127.0.0.1'],
  });
  await console.call(routes.importPeople, { body: { csv: 'name\nZoe\n', preview: false } });
});
beforeEach(async () => {
  clock = at;
  server.answer(calendar(event));
  inner.answer(calendar());
  inner.asked.length = 0;
  await put(`${server.origin}/rota.ics`);
});
afterAll(async () => {
  await console.close();
  await Promise.all([server.close(), inner.close()]);
  await home.close();
});

const put = (url: string) => askFromAnywhere(console, routes.putFeed, { params, body: { url } });
const shift = async () => (await console.call(routes.people, { query: { search: 'Zoe' } })).rows[0]?.shift?.from;

describe('a calendar that cannot be read leaves the shifts as they were, and says so', () => {
  const within = (...lines: readonly string[]) => calendar(event, ['UID:2', 'SUMMARY:Zoe', ...lines]);

  it.each<[string, Parameters<CalendarServer['answer']>[0], string]>([
    ['status 500', (_request, response) => response.writeHead(500).end('down'), 'The server answered with status 500.'],
    ['status 404', (_request, response) => response.writeHead(404).end(), 'The server answered with status 404.'],
    ['a cut line', (request) => request.socket.destroy(), 'No connection'],
    [
      'half an answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '9999' }).write('BEGIN:VCALENDAR\r\n');
        setTimeout(() => response.destroy(), 20);
      },
      'No connection',
    ],
    ['a page to sign in', '<!doctype html><title>Sign in</title>', 'What came is not an iCalendar text.'],
    ['nothing', '', 'What came is not'],
    ['a calendar cut in half', calendar(event).slice(0, 120), 'The calendar cannot be read'],
    ['two calendars', calendar(event) + calendar(event), 'What came is not one iCalendar.'],
    ['no known person', calendar(['UID:1', 'SUMMARY:Mallory', 'DTSTART:20260324T080000Z', 'DURATION:PT8H']), 'Mallory'],
    ['an unknown zone', within('DTSTART;TZID=Nowhere:20260324T090000', 'DURATION:PT8H'), 'time zone “Nowhere”'],
    ['a wrong rule', within('DTSTART:20260324T080000Z', 'DURATION:PT8H', 'RRULE:FREQ=OFTEN'), 'cannot be read'],
    ['a wrong time', within('DTSTART:tomorrow', 'DURATION:PT8H'), 'cannot be read'],
    [
      'a rule for every second',
      within('DTSTART:20200101T080000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
      'Its rules repeat too often to be shifts.',
    ],
  ])(
    'with %s',
    async (_what, answer, problem) => {
      expect(await shift()).toBe('2026-03-24T08:00:00.000Z');
      server.answer(answer);
      clock = '2026-03-23T00:15:00.000Z';
      const view = await askFromAnywhere(console, routes.readFeed, { params });
      expect(view.problem).toContain(problem);
      expect(view).toMatchObject({ shifts: 1, goodAt: at, readAt: clock });
      expect(await shift()).toBe('2026-03-24T08:00:00.000Z');
      expect((await console.call(routes.feeds)).rows[0]?.problem).toBe(view.problem);
    },
    30_000,
  );

  it('and reads it again as soon as it is back', async () => {
    server.answer((_request, response) => response.writeHead(503).end());
    expect((await askFromAnywhere(console, routes.readFeed, { params })).problem).toContain('503');
    server.answer(calendar(event));
    expect((await askFromAnywhere(console, routes.readFeed, { params })).problem).toBeUndefined();
  });
});

describe('the console is not talked into asking its own network', () => {
  it.each([301, 302, 303, 307, 308])('by an answer with status %i that points there', async (status) => {
    const location = `${inner.origin}/secrets`;
    server.answer((_request, response) => response.writeHead(status, { location }).end());
    expect((await askFromAnywhere(console, routes.readFeed, { params })).problem).toBe(
      `It moved to ${location}. Enter that address.`,
    );
    expect([inner.asked, await shift()]).toEqual([[], '2026-03-24T08:00:00.000Z']);
  });

  it.each([
    ['plain http', () => inner.origin, 'must begin with https://'],
    ['this machine', () => inner.origin.replace('http:', 'https:'), '127.0.0.1 is not a public address'],
    ['its name', () => inner.origin.replace('http://127.0.0.1', 'https://localhost'), 'is not a public address'],
    ['a number for it', () => 'https://2130706433/', '127.0.0.1 is not a public address'],
    ['its address in IPv6', () => 'https://[::1]/', '::1 is not a public address'],
    ['its IPv4 address in IPv6', () => 'https://[::ffff:127.0.0.1]/', 'is not a public address'],
    ['a private network', () => 'https://10.0.0.8/', '10.0.0.8 is not a public address'],
    ['the metadata of a cloud', () => 'https://169.254.169.254/latest', '169.254.169.254 is not a public address'],
    ['a name and a password', () => server.origin.replace('//', '//me:you@'), 'Leave name and password out'],
    ['another port of a trusted host', () => inner.origin, 'must begin with https://'],
  ])('by %s', async (_what, url, problem) => {
    const view = await put(`${url()}/rota.ics`);
    expect(view.problem).toContain(problem);
    expect([inner.asked, view.goodAt, await shift()]).toEqual([[], undefined, '2026-03-24T08:00:00.000Z']);
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/rota.ics', 'rota.ics'])('by %s', async (url) => {
    await expect(put(url)).rejects.toThrow('write it as https://host/path');
  });
});

it('the audit trail names the host of a calendar, and not its secret path', async () => {
  await put(`${server.origin}/private-3f9a/rota.ics`);
  const { rows } = await console.call(routes.audit);
  const entry = rows.find(({ action }) => action === 'shift-feed-set');
  expect(JSON.stringify(entry)).toContain(new URL(server.origin).host);
  expect(JSON.stringify(rows)).not.toContain('private-3f9a');
});

it('only who may change a calendar sees its whole address, and nobody the calendars of others', async () => {
  const seenBy = async (role: 'helpdesk' | 'policy-author', programs: string[]) => {
    const { token } = await console.call(routes.makeToken, { body: { name: role + programs, role, programs } });
    const answer = await fetch(`${console.localUrl}${routes.feeds.path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return routes.feeds.reply.parse(await answer.json()).rows.map(({ url }) => url);
  };
  expect(await seenBy('policy-author', ['sales'])).toEqual([`${server.origin}/rota.ics`]);
  expect(await seenBy('helpdesk', ['sales'])).toEqual([`${server.origin}/…`]);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(routes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
  expect(await seenBy('policy-author', ['care'])).toEqual([]);
});

it('there is no calendar to read or remove where none was set', async () => {
  await console.call(routes.removeFeed, { params });
  await expect(askFromAnywhere(console, routes.readFeed, { params })).rejects.toThrow('404');
  await expect(console.call(routes.removeFeed, { params })).rejects.toThrow('404');
  await expect(
    askFromAnywhere(console, routes.putFeed, { params: { id: 'nothing' }, body: { url: server.origin } }),
  ).rejects.toThrow('404');
});
