import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBroad, says, seek } from '../../../console/server/features/audit/sought.ts';
import { People } from '../../../console/server/features/people/directory.ts';
import { Directory } from '../../../console/server/features/programs/directory.ts';
import { Roster } from '../../../console/server/features/workstations/roster.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { type AuditFilter, auditExportPath } from '../../../shared/protocol/oversight-routes.ts';
import { makeWorkstation } from '../access/standing-services.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { enrol, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const ids: Record<string, string> = {};

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(consoleRoutes.putProgram, { params: { id: 'care' }, body: { name: 'Customer Care', origins } });
  for (const [hostName, person, program] of [
    ['HOME-EMILE', 'Émile Zola', 'sales'],
    ['HOME-JOY', 'Joy Reyes', 'care'],
  ] as const) {
    const code = await console.code({ person, program });
    const { body } = await enrol(console.url, code, makeDevice(), { hostName });
    ids[hostName] = String(body['workstation']);
    await console.call(consoleRoutes.lock, { params: { id: ids[hostName] }, body: { reason: 'Reported lost' } });
  }
});
afterAll(async () => {
  await console.close();
  await home.close();
});

interface Entry {
  readonly action: string;
  readonly target: string;
}

const listed = async (query: AuditFilter): Promise<Entry[]> =>
  (await console.call(consoleRoutes.audit, { query: { ...query, limit: 200 } })).rows;

/** What the export holds, oldest first, and how its file is called. */
async function exported(query: AuditFilter, token = console.token) {
  const given = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const answer = await fetch(`${console.localUrl}${auditExportPath}?${new URLSearchParams(given)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const lines = (await answer.text()).split('\n').filter(Boolean);
  const events = lines.map(
    (line) => JSON.parse(line) as { metadata: { event_code: string }; unmapped: { target: string } },
  );
  return {
    entries: events.map(({ metadata, unmapped }): Entry => ({ action: metadata.event_code, target: unmapped.target })),
    file: answer.headers.get('content-disposition'),
  };
}

const locks = async (query: AuditFilter) =>
  (await listed(query)).filter(({ action }) => action === 'lock').map(({ target }) => target);
const pc = (hostName: string) => `workstation:${ids[hostName]}`;

describe('the audit is searched by', () => {
  it.each<[string, AuditFilter, string[]]>([
    ['the name of a person, for what their PC went through', { search: 'Émile Zola' }, ['HOME-EMILE']],
    ['a part of it, in small letters', { search: 'émile' }, ['HOME-EMILE']],
    ['the name of a PC', { search: 'home-joy' }, ['HOME-JOY']],
    ['what several are called', { search: 'HOME-' }, ['HOME-JOY', 'HOME-EMILE']],
    ['the reason that was given', { search: 'reported' }, ['HOME-JOY', 'HOME-EMILE']],
    ['somebody who does not exist', { search: 'Nobody Known' }, []],
    ['signs that mean something to the store alone', { search: '%' }, []],
    ['who did it', { actor: 'command' }, ['HOME-JOY', 'HOME-EMILE']],
    ['who did it and to whom', { actor: 'command line', search: 'Joy' }, ['HOME-JOY']],
    ['somebody who did nothing', { actor: 'Ines Adler' }, []],
  ])('%s', async (_what, query, expected) => {
    expect(await locks(query)).toEqual(expected.map(pc));
  });

  it('the name of a program', async () => {
    const found = await listed({ search: 'customer care' });
    expect(found.map(({ target }) => target)).toContain('program:care');
    expect(found.map(({ target }) => target)).not.toContain('program:sales');
  });

  it('the name of a PC, for what it did itself', async () => {
    const by = await listed({ actor: 'HOME-JOY' });
    expect(new Set(by.map(({ target }) => target))).toEqual(new Set([pc('HOME-JOY')]));
  });
});

describe('the export', () => {
  it.each<[string, AuditFilter]>([
    ['everything', {}],
    ['what is about a person', { search: 'Émile Zola' }],
    ['one action', { action: 'lock' }],
    ['one target', { target: 'program:care' }],
    ['an actor', { actor: 'command' }],
    ['a time that is over', { to: '2020-01-01T00:00:00.000Z' }],
    ['a time from which on', { from: '2020-01-01T00:00:00.000Z', action: 'lock' }],
  ])('of %s holds what the list shows', async (_what, query) => {
    const inList = (await listed(query)).map(({ action, target }) => ({ action, target }));
    expect((await exported(query)).entries).toEqual(inList.reverse());
  });

  it('says by its name whether it is a part', async () => {
    expect((await exported({})).file).toContain('shiftgate-audit-all.jsonl');
    expect((await exported({ from: '2026-11-01T00:00:00.000Z' })).file).toContain('shiftgate-audit-2026-11-01.jsonl');
    expect((await exported({ search: 'Joy' })).file).toContain('shiftgate-audit-all-part.jsonl');
  });

  it('finds nothing of other programs, by whatever name', async () => {
    const body = { name: 'audit of care', role: 'audit-export', programs: ['care'] } as const;
    const { token } = await console.call(consoleRoutes.makeToken, { body: { ...body, programs: [...body.programs] } });
    expect((await exported({ search: 'Émile' }, token)).entries).toEqual([]);
    expect((await exported({ search: 'Joy' }, token)).entries.map(({ target }) => target)).toContain(pc('HOME-JOY'));
  });
});

it('a name that thousands share is looked for entry by entry', async () => {
  const roster = new Roster();
  for (let index = 0; index < 1_001; index += 1) roster.add(makeWorkstation({ hostName: `HOME-${index}` }));
  const sources = { roster, people: new People([]), directory: new Directory() };
  const all = await seek('home-', sources);
  const one = await seek('home-7', sources);
  expect([isBroad(all), isBroad(one)]).toEqual([true, false]);
  const [target = ''] = one.targets;
  const entry = { id: 1, at: '', actor: 'ada', action: 'lock', target, detail: { reason: 'Lost' }, hash: '' };
  const other = { ...entry, target: 'workstation:other' };
  expect([says(entry, all), says(other, all), says(other, { ...all, text: 'LOST' })]).toEqual([true, false, true]);
});
