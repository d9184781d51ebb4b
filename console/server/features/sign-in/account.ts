import { Refusal } from '../../http/refuse.ts';
import type { SignedInOperator } from '../../http/who.ts';
import type { Seal } from '../../identity/seal.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Page, PasskeyAnswer, Passkeys } from './passkeys.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { ConsoleSettings } from './settings.ts';
import { findOperator, listPasskeys, readRole, updateOperator } from './store.ts';
import { countRecoveryCodes, makeRecoveryCodes, makeTotp, stepOf } from './totp.ts';

export interface AccountDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly seal: Seal;
  readonly settings: ConsoleSettings;
  now(): Date;
}

/** What an operator changes about the own ways to sign in. Each change is on record. */
export class AccountService {
  readonly #deps: AccountDeps;
  /** Secrets of authenticator apps that are being added, by session. */
  readonly #adding = new Map<string, string>();

  constructor(deps: AccountDeps) {
    this.#deps = deps;
  }

  async describe({ name }: SignedInOperator) {
    const operator = await this.#find(name);
    const passkeys = await listPasskeys(this.#deps.db, name);
    const provider = this.#deps.settings.singleSignOn;
    return {
      name,
      role: readRole(operator),
      hasPassword: operator.password !== '',
      hasTotp: operator.totp !== null,
      ...(operator.subject !== null && provider && { singleSignOn: { name: provider.name } }),
      recoveryCodesLeft: countRecoveryCodes(operator),
      passkeys: passkeys.map((row) => ({
        id: row.id,
        name: row.name,
        madeAt: row.made_at,
        ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
      })),
    };
  }

  /** Changes the password and ends every other session. */
  async changePassword(
    { name, session }: SignedInOperator,
    passwords: { current: string; password: string },
  ): Promise<void> {
    const operator = await this.#find(name);
    if (!(await isPassword(passwords.current, operator.password))) throw new Refusal('wrong-password');
    const password = await hashPassword(passwords.password);
    const ended = await this.#change(name, 'password-changed', {}, async (transaction) => {
      await updateOperator(transaction, name, { password });
      return this.#deps.sessions.endMany(transaction, { operator: name, except: session.id });
    });
    ended.told();
  }

  startTotp({ name, session }: SignedInOperator) {
    const made = makeTotp(name);
    this.#adding.set(session.id, made.secret);
    return made;
  }

  /** The code proves that the app holds the secret; only now does it count. */
  async confirmTotp({ name, session }: SignedInOperator, code: string): Promise<{ recoveryCodes: string[] }> {
    const secret = this.#adding.get(session.id);
    if (secret === undefined) throw new Refusal('sign-in-expired');
    const step = stepOf(secret, code.replace(/\s/g, ''), this.#deps.now());
    if (step === undefined) throw new Refusal('wrong-code');
    const { codes, stored } = makeRecoveryCodes();
    await this.#change(name, 'second-factor-added', { factor: 'totp' }, async (transaction) => {
      const change = { totp: this.#deps.seal.close(secret), totp_step: step, recovery: stored };
      await updateOperator(transaction, name, change);
      await this.#deps.sessions.strengthen(transaction, session.id, 'totp');
    });
    this.#adding.delete(session.id);
    return { recoveryCodes: codes };
  }

  async removeTotp({ name }: SignedInOperator): Promise<void> {
    await this.#change(name, 'second-factor-removed', { factor: 'totp' }, (transaction) =>
      updateOperator(transaction, name, { totp: null, totp_step: null, recovery: null }),
    );
  }

  startPasskey({ name }: SignedInOperator, page: Page) {
    return this.#deps.passkeys.askToAdd(page, name);
  }

  async addPasskey(
    { name, session }: SignedInOperator,
    { name: label, ...answer }: PasskeyAnswer & { name: string },
  ): Promise<{ id: string }> {
    const made_at = this.#deps.now().toISOString();
    const row = await this.#deps.passkeys.verifyNew(answer, { operator: name, name: label, made_at });
    await this.#change(name, 'second-factor-added', { factor: 'passkey', name: label }, async (transaction) => {
      await transaction.insertInto('passkeys').values(row).execute();
      await this.#deps.sessions.strengthen(transaction, session.id, 'passkey');
    });
    return { id: row.id };
  }

  async removePasskey({ name }: SignedInOperator, id: string): Promise<void> {
    await this.#change(name, 'second-factor-removed', { factor: 'passkey' }, async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('operator', '=', name)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw new Refusal('not-found', { what: 'passkey' });
    });
  }

  async #find(name: string): Promise<Row<'operators'>> {
    const operator = await findOperator(this.#deps.db, name);
    if (!operator) throw new Refusal('not-signed-in');
    return operator;
  }

  #change<Result>(
    name: string,
    action: string,
    detail: Record<string, unknown>,
    work: (transaction: Db) => Promise<Result>,
  ): Promise<Result> {
    const at = this.#deps.now().toISOString();
    return this.#deps.writer.change(async (transaction) => {
      const result = await work(transaction);
      await appendAudit(transaction, [{ at, actor: name, action, target: `operator:${name}`, detail }]);
      return result;
    });
  }
}
