import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { may, type Permission, Role } from '../../../shared/protocol/rights.ts';
import { pathOf, type Route } from '../../../shared/protocol/route.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { Visitor } from '../sign-in/visitor.ts';

const password = 'correct horse battery';
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let owner: Visitor;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home, { trustedProxies: ['127.0.0.1'] });
  owner = new Visitor(console);
  const token = new URL(console.signInLink ?? '').searchParams.get('token') ?? '';
  await owner.ask(routes.firstSignIn, { body: { name: 'ada', password, token } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

async function invited(name: string, role: Role, programs?: string[]) {
  const { json } = await owner.ask(routes.invite, { body: { name, role, ...(programs && { programs }) } });
  const token = new URL(String(json['link'])).searchParams.get('token') ?? '';
  const visitor = new Visitor(console);
  await visitor.ask(routes.acceptInvitation, { body: { token, password } });
  return visitor;
}

async function withToken(role: Role, programs?: string[]) {
  const body = { name: `for ${role}`, role, ...(programs && { programs }) };
  const { token } = await console.call(routes.makeToken, { body });
  return async (route: Route, params: Record<string, string> = {}, body?: unknown) => {
    const answer = await fetch(`${console.localUrl}${pathOf(route, params as never)}`, {
      method: route.method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as Record<string, unknown> & { error?: { code: string } };
    return { status: answer.status, code: json.error?.code, json };
  };
}

const changing = Object.entries(routes as Record<string, Route>).filter(
  ([, { caller, method }]) => caller === 'operator' && method !== 'GET',
);

describe('roles', () => {
  it.each(changing)('the route %s, which changes something, says what it needs', (_name, route) => {
    expect(route.needs).toBeDefined();
  });

  it.each(Role.options.filter((role) => role !== 'owner'))(
    'what a role does not allow is refused before the body is looked at: %s',
    async (role) => {
      const call = await withToken(role);
      const ids = { id: 'nobody', name: 'nobody', check: 'vpn', version: '1' };
      for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
        if (route.caller !== 'operator' || route.needs === 'account') continue;
        const needs: Permission = route.needs ?? 'see';
        if (may(role, needs)) continue;
        expect({ name, code: (await call(route, ids)).code }).toEqual({ name, code: 'not-permitted' });
      }
    },
  );

  it('nobody’s own account is open to a token', async () => {
    const call = await withToken('owner');
    expect((await call(routes.account)).code).toBe('not-signed-in');
  });
});

describe('an operator who is limited to some programs', () => {
  it('finds no workstation, no program and no event of others', async () => {
    const origins = [{ origin: 'http://other.example.test', upstream: 'http://127.0.0.1:9' }];
    await console.call(routes.putProgram, { params: { id: 'other' }, body: { name: 'Other', origins } });
    const { id } = await console.workstation();
    const call = await withToken('helpdesk', ['other']);
    for (const route of [routes.workstation, routes.timeline, routes.reports])
      expect((await call(route, { id })).code).toBe('not-found');
    expect((await call(routes.workstations)).json).toMatchObject({ rows: [], total: 0 });
    expect((await call(routes.policy, { id: 'sales' })).code).toBe('not-found');
    expect((await call(routes.policy, { id: 'other' })).status).toBe(200);
    expect((await call(routes.programs)).json['rows']).toMatchObject([{ id: 'other' }]);
    const both = await withToken('helpdesk', ['other', 'sales']);
    expect((await both(routes.workstation, { id })).status).toBe(200);
  });

  it('cannot hand out rights', async () => {
    const visitor = await invited('limited owner', 'owner', ['sales']);
    const body = { name: 'friend', role: 'owner' } as const;
    expect((await visitor.ask(routes.invite, { body })).code).toBe('not-permitted');
  });
});

describe('operators', () => {
  it('an owner sees who there is, and with what they sign in', async () => {
    await invited('hal', 'helpdesk', ['sales']);
    const { json } = await owner.ask(routes.operators);
    expect(json['rows']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'ada', role: 'owner', state: 'active', factors: ['password'] }),
        expect.objectContaining({ name: 'hal', role: 'helpdesk', programs: ['sales'], state: 'active' }),
      ]),
    );
  });

  it('whoever is disabled is out at once and does not come in again', async () => {
    const visitor = await invited('ivy', 'supervisor');
    const body = { role: 'supervisor', disabled: true } as const;
    expect((await owner.ask(routes.changeOperator, { params: { name: 'ivy' }, body })).status).toBe(200);
    expect((await visitor.ask(routes.session)).code).toBe('not-signed-in');
    const again = await new Visitor(console).ask(routes.signIn, { body: { name: 'ivy', password } });
    expect(again.code).toBe('wrong-name-or-password');
  });

  it('a reset gives a link, and takes password and second factors away', async () => {
    const visitor = await invited('jo', 'helpdesk');
    const { json } = await owner.ask(routes.resetOperator, { params: { name: 'jo' } });
    expect(json['link']).toMatch(/\/invited\?token=/);
    expect((await visitor.ask(routes.session)).code).toBe('not-signed-in');
    const again = await new Visitor(console).ask(routes.signIn, { body: { name: 'jo', password } });
    expect(again.code).toBe('wrong-name-or-password');
  });

  it('the last owner cannot be taken away', async () => {
    for (const name of ['limited owner']) {
      const body = { role: 'owner', disabled: true } as const;
      await owner.ask(routes.changeOperator, { params: { name }, body });
    }
    const body = { role: 'auditor', disabled: false } as const;
    expect((await owner.ask(routes.changeOperator, { params: { name: 'ada' }, body })).code).toBe('last-owner');
    expect((await owner.ask(routes.resetOperator, { params: { name: 'ada' } })).code).toBe('last-owner');
    expect((await owner.ask(routes.session)).status).toBe(200);
  });

  it('an owner of some programs sees and ends no sessions but their own', async () => {
    const some = await invited('owner of sales', 'owner', ['sales']);
    const own = (await some.ask(routes.allSessions)).json['rows'] as { operator: string }[];
    expect(own.map(({ operator }) => operator)).toEqual(['owner of sales']);
    const { json } = await owner.ask(routes.allSessions);
    const id =
      (json['rows'] as { id: string; operator: string }[]).find(({ operator }) => operator === 'ada')?.id ?? '';
    expect((await some.ask(routes.endSession, { params: { id } })).code).toBe('not-found');
    expect((await owner.ask(routes.session)).status).toBe(200);
  });

  it('an owner ends anybody’s session, anybody else only their own', async () => {
    const [mona, nat] = [await invited('mona', 'auditor'), await invited('nat', 'auditor')];
    const { json } = await owner.ask(routes.allSessions);
    const rows = json['rows'] as { id: string; operator: string }[];
    const id = rows.find(({ operator }) => operator === 'nat')?.id ?? '';
    expect((await mona.ask(routes.endSession, { params: { id } })).code).toBe('not-found');
    expect((await owner.ask(routes.endSession, { params: { id } })).status).toBe(200);
    expect((await nat.ask(routes.session)).code).toBe('not-signed-in');
  });
});

describe('an API token', () => {
  it('works until it is revoked, and is stored as a hash alone', async () => {
    const call = await withToken('auditor');
    expect((await call(routes.audit)).status).toBe(200);
    const { rows } = await console.call(routes.tokens);
    const { id } = rows.find(({ name }) => name === 'for auditor') ?? { id: '' };
    expect(JSON.stringify(rows)).not.toContain('sgt_');
    await console.call(routes.revokeToken, { params: { id } });
    const revoked = rows.filter(({ name }) => name === 'for auditor');
    for (const one of revoked.slice(1)) await console.call(routes.revokeToken, { params: { id: one.id } });
    expect((await call(routes.audit)).code).toBe('not-signed-in');
  });

  it('expires', async () => {
    const other = await makeHome();
    let now = new Date('2026-11-23T08:00:00.000Z');
    const clock = await runConsole(other.home, { now: () => now });
    const { token } = await clock.call(routes.makeToken, { body: { name: 't', role: 'auditor', days: 1 } });
    const ask = () =>
      fetch(`${clock.localUrl}${routes.programs.path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    now = new Date('2026-11-24T08:00:01.000Z');
    expect((await ask()).status).toBe(401);
    await clock.close();
    await other.close();
  });
});
