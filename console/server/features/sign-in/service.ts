import { Refusal } from '../../http/refuse.ts';
import type { Operator } from '../../http/who.ts';
import type { Seal } from '../../identity/seal.ts';
import { digest, isSameSecret, makeToken } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import { Challenges } from './challenges.ts';
import type { PasskeyAnswer, Passkeys } from './passkeys.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Sessions, SignedInSession, Visitor } from './sessions.ts';
import {
  findOperator,
  hasOwner,
  insertOperator,
  listPasskeys,
  refuseTakenName,
  takeInvitation,
  updateOperator,
} from './store.ts';
import { findToken } from './tokens.ts';
import { spendCode } from './totp.ts';

export interface SignInDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly seal: Seal;
  /** Bearer token of the command line on this machine. */
  readonly token: string;
  now(): Date;
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Wrong codes before the password is asked for again. */
const codeTries = 5;

/** Every way into the console: the first link, invitations, password with a second factor, passkey, tokens. */
export class SignInService {
  readonly #deps: SignInDeps;
  readonly #halfway: Challenges<string>;
  #firstToken: string | undefined;

  constructor(deps: SignInDeps) {
    this.#deps = deps;
    this.#halfway = new Challenges(deps.now, codeTries);
  }

  /** Makes the token of the one-time sign-in link; undefined when there is an owner already. */
  async makeFirstToken(): Promise<string | undefined> {
    this.#firstToken = (await hasOwner(this.#deps.db)) ? undefined : makeToken();
    return this.#firstToken;
  }

  /** Creates the first owner. The link works once. */
  async signInFirst(
    { name, password, token }: Credentials & { token: string },
    from: Visitor,
  ): Promise<SignedInSession> {
    if (!this.#firstToken || !isSameSecret(token, this.#firstToken)) throw new Refusal('link-used-or-expired');
    const row = { name, password: await hashPassword(password), made_at: this.#at(), role: 'owner' };
    const signedIn = await this.#deps.writer.change(async (transaction) => {
      if (await hasOwner(transaction)) throw new Refusal('link-used-or-expired');
      await refuseTakenName(transaction, name);
      await insertOperator(transaction, row);
      const target = `operator:${name}`;
      const detail = { role: 'owner' };
      await appendAudit(transaction, [{ at: row.made_at, actor: name, action: 'operator-created', target, detail }]);
      return this.#start(transaction, name, 'password', from);
    });
    this.#firstToken = undefined;
    return signedIn;
  }

  /** Somebody who was invited, or whose password was reset, chooses a password. */
  async acceptInvitation(token: string, password: string, from: Visitor): Promise<SignedInSession> {
    const hashed = await hashPassword(password);
    return this.#deps.writer.change(async (transaction) => {
      const invitation = await takeInvitation(transaction, digest(token), this.#at());
      const operator = invitation && (await findOperator(transaction, invitation.operator));
      if (!operator) throw new Refusal('link-used-or-expired');
      await updateOperator(transaction, operator.name, { password: hashed });
      return this.#start(transaction, operator.name, 'password', from);
    });
  }

  /** A session, or a challenge that the code of the second factor answers. */
  async signIn({ name, password }: Credentials, from: Visitor): Promise<SignedInSession | { challenge: string }> {
    const operator = await findOperator(this.#deps.db, name);
    if (!(await isPassword(password, operator?.password))) throw new Refusal('wrong-name-or-password');
    if (operator?.totp) return { challenge: this.#halfway.begin(name) };
    return this.#deps.writer.change((transaction) => this.#start(transaction, name, 'password', from));
  }

  async signInCode(challenge: string, code: string, from: Visitor): Promise<SignedInSession> {
    const name = this.#halfway.try(challenge);
    if (name === undefined) throw new Refusal('sign-in-expired');
    return this.#deps.writer.change(async (transaction) => {
      await this.#spendCode(transaction, name, code);
      this.#halfway.end(challenge);
      return this.#start(transaction, name, 'totp', from);
    });
  }

  async signInPasskey(answer: PasskeyAnswer, from: Visitor): Promise<SignedInSession> {
    const { passkey, counter } = await this.#deps.passkeys.verify(answer);
    return this.#deps.writer.change(async (transaction) => {
      await this.#noteUse(transaction, passkey, counter);
      return this.#start(transaction, passkey.operator, 'passkey', from);
    });
  }

  /** Proves again who is sitting there: by the code where there is an authenticator app, by the password otherwise. */
  async stepUp(
    { name, session }: { name: string; session: { id: string } },
    proof: { password?: string | undefined; code?: string | undefined },
  ): Promise<void> {
    const operator = await findOperator(this.#deps.db, name);
    if (!operator) throw new Refusal('not-signed-in');
    const byCode = operator.totp !== null;
    if (!byCode && !(await isPassword(proof.password ?? '', operator.password))) throw new Refusal('wrong-password');
    await this.#deps.writer.change(async (transaction) => {
      if (byCode) await this.#spendCode(transaction, name, proof.code ?? '');
      await this.#deps.sessions.prove(transaction, session.id);
    });
  }

  async stepUpPasskey(
    { name, session }: { name: string; session: { id: string } },
    answer: PasskeyAnswer,
  ): Promise<void> {
    const { passkey, counter } = await this.#deps.passkeys.verify(answer);
    if (passkey.operator !== name) throw new Refusal('passkey-refused', { problem: 'it belongs to somebody else.' });
    await this.#deps.writer.change(async (transaction) => {
      await this.#noteUse(transaction, passkey, counter);
      await this.#deps.sessions.prove(transaction, session.id);
    });
  }

  /** Who a bearer token belongs to: the command line on this machine, an API token, or nobody. */
  async findByBearer(token: string): Promise<Operator | undefined> {
    if (isSameSecret(token, this.#deps.token)) return { name: 'command line', role: 'owner' };
    return findToken(this.#deps, token);
  }

  /** What an operator has to sign in with. */
  async factorsOf(operator: Row<'operators'>) {
    const passkeys = await listPasskeys(this.#deps.db, operator.name);
    return { hasPassword: operator.password !== '', hasTotp: operator.totp !== null, passkeys };
  }

  async #spendCode(transaction: Db, name: string, code: string): Promise<void> {
    const operator = await findOperator(transaction, name);
    const change = operator && spendCode(operator, code, { seal: this.#deps.seal, now: this.#deps.now() });
    if (!change) throw new Refusal('wrong-code');
    await updateOperator(transaction, name, change);
  }

  async #noteUse(transaction: Db, { id }: Row<'passkeys'>, counter: number): Promise<void> {
    await transaction.updateTable('passkeys').set({ counter, last_used_at: this.#at() }).where('id', '=', id).execute();
  }

  async #start(transaction: Db, name: string, factor: 'password' | 'totp' | 'passkey', from: Visitor) {
    const operator = await findOperator(transaction, name);
    if (!operator) throw new Refusal('wrong-name-or-password');
    return this.#deps.sessions.start(transaction, operator, factor, from);
  }

  #at(): string {
    return this.#deps.now().toISOString();
  }
}
