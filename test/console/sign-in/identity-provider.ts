import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Groups that the next person to sign in belongs to. */
  groups: string[];
  /** Signs in there as a browser does, from the address it was sent to; returns where it is sent back to. */
  signIn(url: string, login: string): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider on a free port, with its own pages for signing in. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer((request, response) => void callback(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['shiftgate', 'a secret of the client'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key for the cookies of a test'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Person ${id}`, email: `${id}@example.test`, groups: running.groups }),
    }),
  });
  // It complains about plain http and its development pages, which is what a test on this machine wants.
  const callback = provider.callback();
  const running: IdentityProvider = {
    ...{ issuer, clientId, clientSecret, groups: [] },
    signIn: (url, login) => walk(url, issuer, login),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}

/** Follows redirects and fills in the two forms, until the way leads elsewhere. */
async function walk(start: string, issuer: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: start };
  for (let steps = 0; steps < 15; steps += 1) {
    if (!next.url.startsWith(issuer)) return next.url;
    const answer: Response = await fetch(next.url, {
      redirect: 'manual',
      method: next.form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { body: new URLSearchParams(next.form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      next = { url: new URL(location, issuer).href };
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`The identity provider showed no form at ${next.url}: ${page}`);
    next = {
      url: new URL(action, issuer).href,
      form: prompt === 'login' ? { prompt, login, password: 'any' } : { prompt },
    };
  }
  throw new Error('The identity provider went round in circles.');
}
