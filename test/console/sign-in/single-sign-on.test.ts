import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { singleSignOnPaths } from '../../../shared/protocol/sign-in-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { Visitor } from './visitor.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let provider: IdentityProvider;
/** Minutes by which the console's clock is ahead. */
let ahead = 0;

const start = '/api/v1/sign-in/single-sign-on/start';

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home, {
    trustedProxies: ['127.0.0.1'],
    now: () => new Date(Date.now() + ahead * 60_000),
  });
  const token = new URL(console.signInLink ?? '').searchParams.get('token') ?? '';
  await new Visitor(console).ask(routes.firstSignIn, { body: { name: 'ada', password: 'four words are long', token } });
  const { redirectUri } = await console.call(routes.singleSignOn);
  provider = await startIdentityProvider(redirectUri);
  await console.call(routes.setSingleSignOn, { body: settings() });
});
afterAll(async () => {
  await provider.close();
  await console.close();
  await home.close();
});

const settings = () => ({
  ...{ name: 'Example Inc', issuer: provider.issuer, clientId: provider.clientId },
  clientSecret: provider.clientSecret,
  roles: [
    { value: 'it-security', role: 'policy-author' as const },
    { value: 'leads', role: 'supervisor' as const },
    { value: 'desk', role: 'helpdesk' as const, programs: ['sales'] },
  ],
});

/** The whole way of a browser: to the provider, signing in there, and back. */
async function walk(login: string, to = '/') {
  const visitor = new Visitor(console);
  const away = await visitor.go(`${start}?to=${encodeURIComponent(to)}`);
  const back = await provider.signIn(away.headers.get('location') ?? '', login);
  const arrived = await visitor.go(back);
  return { visitor, back, arrived: arrived.headers.get('location') };
}

describe('single sign-on with a real OpenID provider', () => {
  it('is offered on the sign-in page, and shows no secret', async () => {
    const { json } = await new Visitor(console).ask(routes.signInWays);
    expect(json).toEqual({ singleSignOn: { name: 'Example Inc' } });
    expect(JSON.stringify(await console.call(routes.singleSignOn))).not.toMatch(/secret/i);
  });

  it('makes an operator at the first sign-in, with the role of their group', async () => {
    provider.groups = ['everybody', 'desk'];
    const { visitor, arrived } = await walk('hal', '/workstations?access=locked');
    expect(arrived).toBe('/workstations?access=locked');
    expect((await visitor.ask(routes.session)).json).toMatchObject({
      ...{ name: 'Person hal', role: 'helpdesk', programs: ['sales'], mustAddFactor: false },
    });
  });

  it('the role follows the group at the next sign-in', async () => {
    provider.groups = ['it-security'];
    const { visitor } = await walk('hal');
    expect((await visitor.ask(routes.session)).json).toMatchObject({ name: 'Person hal', role: 'policy-author' });
  });

  it('nobody without a named group comes in', async () => {
    provider.groups = ['everybody'];
    const { visitor, arrived } = await walk('eve');
    expect(arrived).toContain('/sign-in?problem=no-role');
    expect((await visitor.ask(routes.session)).code).toBe('not-signed-in');
  });

  it('an answer cannot be used twice, nor by a browser that did not ask', async () => {
    provider.groups = ['desk'];
    const { visitor, back } = await walk('ida');
    for (const other of [visitor, new Visitor(console)]) {
      expect(decodeURIComponent((await other.go(back)).headers.get('location') ?? '')).toContain(
        'problem=sign-in-expired',
      );
    }
  });

  it.each(['//evil.test/', 'https://evil.test/'])('does not send people on to %s', async (to) => {
    provider.groups = ['desk'];
    expect((await walk('jo', to)).arrived).toBe('/');
  });

  it('who was disabled here stays out', async () => {
    provider.groups = ['desk'];
    const { visitor } = await walk('kim');
    const params = { name: 'Person kim' };
    await console.call(routes.changeOperator, { params, body: { role: 'helpdesk', disabled: true } });
    expect((await visitor.ask(routes.session)).code).toBe('not-signed-in');
    expect((await walk('kim')).arrived).toContain('/sign-in?problem=operator-disabled');
  });

  it.each([
    ['an address without https', { issuer: 'http://login.example.test' }, 'must begin with https://'],
    ['a provider that is not there', { issuer: 'http://127.0.0.1:9' }, 'The identity provider could not be used'],
    ['no role for anybody', { roles: [] }, 'Say who may sign in'],
  ])('%s is found while it is set', async (_what, change, problem) => {
    const body = { ...settings(), ...change };
    await expect(console.call(routes.setSingleSignOn, { body })).rejects.toThrow(problem);
  });

  it('proves again who is sitting there, by nobody else’s account and by no answer of before', async () => {
    provider.groups = ['leads'];
    const { visitor } = await walk('mia');
    await visitor.ask(routes.session);
    expect((await visitor.ask(routes.account)).json).toMatchObject({ singleSignOn: { name: 'Example Inc' } });
    ahead += 11;
    const target = { workstations: ['ws_1'] };
    const body = { target, act: { do: 'lock' as const, reason: 'Stolen' } };
    const act = async () => (await visitor.ask(routes.bulkDecree, { body })).code;
    const prove = async (login: string) => {
      const away = await visitor.go(singleSignOnPaths.prove);
      const back = await provider.signIn(away.headers.get('location') ?? '', login);
      return { back, arrived: (await visitor.go(back)).headers.get('location') };
    };
    expect(await act()).toBe('step-up-needed');
    expect((await prove('ida')).arrived).toBe('/proved?problem=proof-of-another');
    expect(await act()).toBe('step-up-needed');
    const { back, arrived } = await prove('mia');
    expect(arrived).toBe('/proved');
    expect(await act()).toBe('not-found');
    ahead += 11;
    expect((await visitor.go(back)).headers.get('location')).toBe('/sign-in?problem=sign-in-expired');
    expect(await act()).toBe('step-up-needed');
  });

  it('asks nobody to prove anything who is not signed in', async () => {
    expect((await new Visitor(console).go(singleSignOnPaths.prove)).status).toBe(401);
  });

  it('is gone when it is removed, and whoever came in by it is out', async () => {
    provider.groups = ['desk'];
    const { visitor } = await walk('lou');
    expect((await visitor.ask(routes.session)).status).toBe(200);
    await console.call(routes.removeSingleSignOn);
    expect((await visitor.ask(routes.session)).code).toBe('not-signed-in');
    expect((await new Visitor(console).ask(routes.signInWays)).json).toEqual({});
  });
});
