import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { Visitor } from './visitor.ts';

const password = 'correct horse battery';
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
/** The console's clock; codes change with it. */
let now = new Date('2026-11-23T08:00:00.000Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home, { trustedProxies: ['127.0.0.1'], now: () => now });
  const token = new URL(console.signInLink ?? '').searchParams.get('token') ?? '';
  await new Visitor(console).ask(routes.firstSignIn, { body: { name: 'ada', password, token } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

async function signedIn(name = 'ada') {
  const visitor = new Visitor(console);
  const answer = await visitor.ask(routes.signIn, { body: { name, password } });
  return { visitor, answer };
}

const codeOf = (secret: string) => new TOTP({ secret, period: 30, digits: 6 }).generate({ timestamp: now.getTime() });

/** An operator of their own with an authenticator app. */
async function withApp(name: string) {
  const owner = await signedIn();
  const { json } = await owner.visitor.ask(routes.invite, { body: { name, role: 'helpdesk' } });
  const visitor = new Visitor(console);
  const token = new URL(String(json['link'])).searchParams.get('token') ?? '';
  await visitor.ask(routes.acceptInvitation, { body: { token, password } });
  const { json: started } = await visitor.ask(routes.startTotp);
  const secret = String(started['secret']);
  const { json: confirmed } = await visitor.ask(routes.confirmTotp, { body: { code: codeOf(secret) } });
  return { visitor, secret, recoveryCodes: confirmed['recoveryCodes'] as string[] };
}

describe('an authenticator app', () => {
  it('is asked for after the password, and each code works once', async () => {
    const { secret } = await withApp('bo');
    later(60);
    const first = await signedIn('bo');
    expect(first.answer.json).toEqual({ challenge: expect.any(String) });
    const challenge = String(first.answer.json['challenge']);
    expect((await first.visitor.ask(routes.session)).code).toBe('not-signed-in');
    const code = codeOf(secret);
    expect((await first.visitor.ask(routes.signInCode, { body: { challenge, code } })).json).toMatchObject({
      name: 'bo',
      role: 'helpdesk',
    });
    const second = await signedIn('bo');
    const again = { challenge: String(second.answer.json['challenge']), code };
    expect((await second.visitor.ask(routes.signInCode, { body: again })).code).toBe('wrong-code');
  });

  it('the password is asked for again after five wrong codes, or after five minutes', async () => {
    const { secret } = await withApp('cy');
    later(60);
    const guess = await signedIn('cy');
    const challenge = String(guess.answer.json['challenge']);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await guess.visitor.ask(routes.signInCode, { body: { challenge, code: '000000' } })).code).toBe(
        'wrong-code',
      );
    }
    const body = { challenge, code: codeOf(secret) };
    expect((await guess.visitor.ask(routes.signInCode, { body })).code).toBe('sign-in-expired');
    const slow = await signedIn('cy');
    later(301);
    const late = { challenge: String(slow.answer.json['challenge']), code: codeOf(secret) };
    expect((await slow.visitor.ask(routes.signInCode, { body: late })).code).toBe('sign-in-expired');
  });

  it('a recovery code works in its place, once', async () => {
    const { recoveryCodes } = await withApp('di');
    const [code = ''] = recoveryCodes;
    const first = await signedIn('di');
    const body = { challenge: String(first.answer.json['challenge']), code };
    expect((await first.visitor.ask(routes.signInCode, { body })).status).toBe(200);
    expect((await first.visitor.ask(routes.account)).json).toMatchObject({ hasTotp: true, recoveryCodesLeft: 9 });
    const second = await signedIn('di');
    const again = { challenge: String(second.answer.json['challenge']), code };
    expect((await second.visitor.ask(routes.signInCode, { body: again })).code).toBe('wrong-code');
  });

  it('is added only by a code that it shows', async () => {
    const { visitor } = await signedIn();
    await visitor.ask(routes.startTotp);
    expect((await visitor.ask(routes.confirmTotp, { body: { code: '000000' } })).code).toBe('wrong-code');
    expect((await visitor.ask(routes.account)).json).toMatchObject({ hasTotp: false });
  });

  it('no secret of it lies readable in the database', async () => {
    const { secret, recoveryCodes } = await withApp('ed');
    const { rows } = await console.call(routes.audit, { query: { limit: 200 } });
    expect(JSON.stringify(rows)).not.toMatch(new RegExp([secret, ...recoveryCodes].join('|')));
  });
});

describe('a console that demands a second factor', () => {
  const setRules = async (secondFactor: boolean) => {
    const { visitor } = await signedIn();
    return visitor.ask(routes.setRules, { body: { secondFactor, twoPersons: false } });
  };

  it('lets somebody with a password alone do nothing but add one', async () => {
    await setRules(true);
    const { visitor, answer } = await signedIn();
    expect(answer.json).toMatchObject({ mustAddFactor: true });
    expect((await visitor.ask(routes.programs)).code).toBe('second-factor-needed');
    const { json } = await visitor.ask(routes.startTotp);
    const code = codeOf(String(json['secret']));
    expect((await visitor.ask(routes.confirmTotp, { body: { code } })).status).toBe(200);
    expect((await visitor.ask(routes.programs)).status).toBe(200);
    expect((await visitor.ask(routes.removeTotp)).status).toBe(200);
    await console.call(routes.setRules, { body: { secondFactor: false, twoPersons: false } });
  });
});

describe('an action on many, or on rights', () => {
  it('asks to prove oneself again when the last proof is ten minutes old', async () => {
    const { visitor } = await signedIn();
    const body = { name: `late ${now.getTime()}`, role: 'helpdesk' } as const;
    later(11 * 60);
    expect((await visitor.ask(routes.invite, { body })).code).toBe('step-up-needed');
    expect((await visitor.ask(routes.stepUp, { body: { password: 'wrong' } })).code).toBe('wrong-password');
    expect((await visitor.ask(routes.stepUp, { body: { password } })).status).toBe(200);
    expect((await visitor.ask(routes.invite, { body })).status).toBe(200);
  });
});

describe('a new password', () => {
  it('needs the old one, and ends every other session', async () => {
    const owner = await signedIn();
    const { json } = await owner.visitor.ask(routes.invite, { body: { name: 'flo', role: 'auditor' } });
    const token = new URL(String(json['link'])).searchParams.get('token') ?? '';
    const mine = new Visitor(console);
    await mine.ask(routes.acceptInvitation, { body: { token, password } });
    const other = await signedIn('flo');
    const wrong = { current: 'wrong', password: 'another long password' };
    expect((await mine.ask(routes.changePassword, { body: wrong })).code).toBe('wrong-password');
    const right = { current: password, password: 'another long password' };
    expect((await mine.ask(routes.changePassword, { body: right })).status).toBe(200);
    expect((await mine.ask(routes.session)).status).toBe(200);
    expect((await other.visitor.ask(routes.session)).code).toBe('not-signed-in');
    expect((await new Visitor(console).ask(routes.acceptInvitation, { body: { token, password } })).code).toBe(
      'link-used-or-expired',
    );
  });
});
