import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanEntry } from '../../../console/server/features/workstations/timeline-export.ts';
import { consoleRoutes, timelineExportPath } from '../../../shared/protocol/console-routes.ts';
import { TimelineEntry } from '../../../shared/protocol/views.ts';
import { Scrubber } from '../../../shared/scrub.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, DoubleWorkstation, enrol, makeDevice } from '../workstation-double.ts';

const scrubber = () =>
  new Scrubber(
    {
      accounts: [],
      people: [
        ['Ada Obi', 'Ada', 'Obi'],
        ['Ines Adler', 'Ines', 'Adler'],
      ],
      host: 'LAGOS-42',
    },
    [],
  );
const at = '2026-11-24T08:00:00.000Z';
const noteOf = (note: string) => cleanEntry({ id: '7', at, kind: 'note', note }, scrubber()).note;

describe('what people wrote leaves without its secrets', () => {
  it.each([
    ['a caller code', 'Ada read me 482 913, so she is Ada.', 'person1 read me [code], so she is person1.'],
    ['a caller code without a gap', 'code 482913', 'code [code]'],
    ['an enrolment code', 'use K7QM-2XWP-9ATB today', 'use [code] today'],
    ['an enrolment link', 'shiftgate://enrol?console=https%3A%2F%2Fx&code=K7QM', '[link]'],
    ['what a link carries', 'https://crm.example/launch?ticket=abc#x now', 'https://crm.example/launch?[…] now'],
    ['who a link signs in', 'https://ada:pa55@crm.example/x', 'https://crm.example/x'],
    ['a token of the console', 'sgt_Zm9vYmFyYmF6', '[token]'],
    ['a signed token', 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl', '[token]'],
    ['a long secret', `key ${'aZ3-'.repeat(11)}`, 'key [token]'],
    ['a password', 'Password: hunter2, my PIN is 1234', 'Password: [secret] my PIN is [secret]'],
    ['a password in French', 'le mot de passe est azerty', 'le mot de passe est [secret]'],
    ['addresses and the PC', 'LAGOS-42 came from 41.203.64.9', 'this-pc came from 203.0.113.1'],
    ['a mail address', 'write to ada@corp.example', 'write to person3@example.test'],
  ])('%s', (_what, note, clean) => {
    expect(noteOf(note)).toBe(clean);
  });

  it.each(['Locks at 16:30 for 25 minutes', 'Version 10.0.22631, build 22631', 'Call 4 of 1,250,000 on 2026-11-24'])(
    '%s: nothing to take out',
    (note) => {
      expect(noteOf(note)).toBe(note);
    },
  );
});

describe('the export of a timeline', () => {
  let home: Awaited<ReturnType<typeof makeHome>>;
  let console: TestConsole;
  let pc: DoubleWorkstation;
  beforeAll(async () => {
    home = await makeHome();
    console = await runConsole(home.home);
    const device = makeDevice();
    const code = await console.code({ person: 'Ada Obi' });
    const { body } = await enrol(console.url, code, device, { hostName: 'LAGOS-42' });
    pc = new DoubleWorkstation(device, String(body['workstation']));
    const { socket } = await pc.connect(console.url, { hostName: 'LAGOS-42' });
    socket.send({ type: 'report', jws: pc.report(badFacts()) });
    await socket.next('ack');
    const params = { id: pc.id };
    const reason = 'Ada on LAGOS-42 gave me 482 913';
    await console.call(consoleRoutes.lock, { params, body: { reason } });
    await console.call(consoleRoutes.sendMessage, { params, body: { text: 'Ada, the password is hunter2' } });
    await socket.close();
  });
  afterAll(async () => {
    await console.close();
    await home.close();
  });

  const download = (id: string, token = console.token) =>
    fetch(`${console.url}${timelineExportPath(id)}`, { headers: { authorization: `Bearer ${token}` } });

  it('holds every entry in its order, and says what is not in it', async () => {
    const answer = await download(pc.id);
    const text = await answer.text();
    const [head, ...entries] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`attachment; filename="history-${pc.id}-[\\d-]{10}-without-secrets.jsonl"`),
    );
    expect(head).toMatchObject({ workstation: pc.id, removed: expect.arrayContaining([expect.any(String)]) });
    const { rows } = await console.call(consoleRoutes.timeline, { params: { id: pc.id } });
    expect(entries.map((entry) => TimelineEntry.parse(entry).id)).toEqual(rows.map(({ id }) => id));
    expect(text).not.toMatch(/Ada|Obi|LAGOS|482|hunter2/);
    expect(text).toContain('person1 on this-pc gave me [code]');
  });

  it.each([
    ['of their own', 'sales', 200],
    ['of others', 'other', 404],
  ])('is there for whoever is limited to a program %s', async (_whose, program, status) => {
    const origins = [{ origin: 'http://other.example.test', upstream: 'http://127.0.0.1:9' }];
    await console.call(consoleRoutes.putProgram, { params: { id: 'other' }, body: { name: 'Other', origins } });
    const body = { name: `for ${program}`, role: 'helpdesk' as const, programs: [program] };
    const { token } = await console.call(consoleRoutes.makeToken, { body });
    expect((await download(pc.id, token)).status).toBe(status);
  });

  it('of nobody is refused, and so is a caller without a name', async () => {
    expect((await download('ws_0000000000000000')).status).toBe(404);
    expect((await fetch(`${console.url}${timelineExportPath(pc.id)}`)).status).toBe(401);
  });
});
