import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsPath, consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { auditExportPath, evidencePaths } from '../../../shared/protocol/oversight-routes.ts';
import { Scope } from '../../../shared/protocol/rights.ts';
import { pathOf, type Route } from '../../../shared/protocol/route.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(routes.putProgram, { params: { id: 'care' }, body: { name: 'Customer care', origins } });
  const csv = 'name,external id,programs\nAmina Otieno,E1,sales\nJoy Reyes,E2,care\nRavi,E3,\n';
  await console.call(routes.importPeople, { body: { csv, preview: false } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Whatever somebody who is signed in can ask for, by the name of its route. */
const everything: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries(
    Object.entries(routes as Record<string, Route>)
      .filter(([, { caller }]) => caller === 'operator')
      .map(([name, route]) => [name, { method: route.method, path: fill(route) }]),
  ),
  events: { method: 'GET', path: eventsPath },
  auditExport: { method: 'GET', path: auditExportPath },
  evidencePdf: { method: 'GET', path: evidencePaths.pdf },
  evidenceCsv: { method: 'GET', path: evidencePaths.csv },
  // From another machine: this one may read them without a token.
  metrics: { method: 'GET', path: '/metrics' },
};

function fill(route: Route): string {
  const params = { id: 'sales', name: 'nobody', version: '1', undo: 'x', check: 'vpn' };
  return pathOf(route, params as never);
}

async function withToken(role: Scope, programs?: string[]) {
  const body = { name: `for ${role}`, role, ...(programs && { programs }) };
  const { token } = await console.call(routes.makeToken, { body });
  return async ({ method, path }: Asked, body?: unknown) => {
    const stop = new AbortController();
    const answer = await fetch(`${console.localUrl}${path}`, {
      method,
      signal: stop.signal,
      headers: {
        authorization: `Bearer ${token}`,
        'x-forwarded-for': '203.0.113.7',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // The stream of events never ends by itself.
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      stop.abort();
      return { status: answer.status, text: '' };
    }
    return { status: answer.status, text: await answer.text() };
  };
}

const reads = [
  ...[
    'workstations',
    'workstation',
    'timeline',
    'reports',
    'triage',
    'triageRows',
    'cases',
    'messages',
    'people',
    'groups',
  ],
  ...['feeds', 'programs', 'breakerEvents', 'codes', 'enrolmentQueue', 'policy', 'policyVersions', 'policyVersion'],
  ...['draft', 'plan', 'releases', 'assignees', 'tryBreaker', 'overview', 'latencies', 'facets', 'events', 'metrics'],
];
const allowed: Readonly<Record<Scope, readonly string[]>> = {
  shifts: ['people', 'groups', 'importShifts', 'putShifts'],
  'call-states': ['callState'],
  'audit-export': ['audit', 'auditExport'],
  metrics: ['metrics'],
  read: reads,
};

describe.each(Scope.options)('a token for %s', (scope) => {
  it('may do its job and nothing else, whatever else there is', async () => {
    const ask = await withToken(scope);
    const open: string[] = [];
    for (const [name, asked] of Object.entries(everything)) {
      const { status } = await ask(asked);
      if (status !== 403 && status !== 401) open.push(name);
    }
    expect(open.sort()).toEqual([...allowed[scope]].sort());
  });

  it('is listed with what it is for', async () => {
    await withToken(scope, ['sales']);
    const { rows } = await console.call(routes.tokens);
    expect(rows).toContainEqual(expect.objectContaining({ role: scope, programs: ['sales'] }));
  });
});

describe('limited to a program,', () => {
  const from = '2026-12-01T08:00:00.000Z';
  const to = '2026-12-01T16:00:00.000Z';
  const of = (route: Route) => ({ method: route.method, path: fill(route) });

  it('a rota export writes its shifts alone, by either way, and sees its people alone', async () => {
    const ask = await withToken('shifts', ['care']);
    const body = { from, to, shifts: [{ person: 'E2', from, to }] };
    const own = { method: 'PUT', path: '/api/v1/programs/care/shifts' };
    expect((await ask(own, body)).status).toBe(200);
    expect((await ask(of(routes.putShifts), body)).status).toBe(404);
    const line = (program: string) => `person,program,start,end\nE2,${program},2026-12-02 08:00,2026-12-02 16:00\n`;
    const send = (program: string) => ask(of(routes.importShifts), { csv: line(program), preview: false });
    expect((await send('care')).text).toContain('"imported":true');
    expect((await send('sales')).text).toContain('There is no program “sales”.');
    const { text } = await ask(of(routes.people));
    expect(text).toContain('Joy Reyes');
    expect(text).not.toMatch(/Amina|Ravi/);
  });

  it('telephony reports calls of its own people alone', async () => {
    const { id } = await console.workstation();
    const person = 'On The Phone';
    const code = await console.code({ person });
    expect([id, code]).not.toContain('');
    const ask = await withToken('call-states', ['care']);
    expect((await ask(of(routes.callState), { person, state: 'on-call' })).text).toBe('{"workstations":0}');
  });

  it('an export of the audit holds what is about its program', async () => {
    const ask = await withToken('audit-export', ['care']);
    const { text } = await ask(everything['auditExport']!);
    expect(text).toContain('program-created');
    const lines = text.trim().split('\n');
    const about = lines.map((line) => (JSON.parse(line) as { unmapped: { target: string } }).unmapped.target);
    expect(new Set(about)).toEqual(new Set(['program:care']));
    const page = JSON.parse((await ask(of(routes.audit))).text) as { rows: { target: string }[]; more: boolean };
    expect(new Set(page.rows.map(({ target }) => target))).toEqual(new Set(['program:care']));
    expect(page.more).toBe(false);
  });

  it('monitoring reads the figures of its program, and those that belong to none', async () => {
    await console.workstation();
    const all = await (await withToken('metrics'))(everything['metrics']!);
    const own = await (await withToken('metrics', ['care']))(everything['metrics']!);
    expect(all.text).toContain('program="sales"');
    expect(own.text).not.toContain('program="sales"');
    expect(own.text).toContain('shiftgate_links_connected');
  });
});
