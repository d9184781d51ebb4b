import type { SignInRules } from '../../../../shared/protocol/operator-routes.ts';
import { type Grant, may, type Role } from '../../../../shared/protocol/rights.ts';
import type { Factor } from '../../../../shared/protocol/sign-in-routes.ts';
import { addSeconds } from '../../../../shared/time.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope } from '../../http/who.ts';
import { digest, makeToken } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Sessions } from '../sign-in/sessions.ts';
import type { ConsoleSettings } from '../sign-in/settings.ts';
import {
  hasOwner,
  insertOperator,
  readGrant,
  readPrograms,
  readRole,
  refuseTakenName,
  updateOperator,
} from '../sign-in/store.ts';
import { makeApiToken } from '../sign-in/tokens.ts';

export interface OperatorDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly sessions: Sessions;
  readonly settings: ConsoleSettings;
  now(): Date;
}

export interface Rights<Held extends Grant = Role> {
  readonly role: Held;
  readonly programs?: readonly string[] | undefined;
}

/** Seconds in which an invitation can be used. */
const invitationLifetime = 3 * 86_400;

/** Who may use the console, and with what rights. There is always an owner who can sign in. */
export class OperatorService {
  readonly #deps: OperatorDeps;

  constructor(deps: OperatorDeps) {
    this.#deps = deps;
  }

  async list() {
    const { db, sessions } = this.#deps;
    const [rows, passkeys, open] = await Promise.all([
      db.selectFrom('operators').selectAll().orderBy('name').execute(),
      db.selectFrom('passkeys').select('operator').execute(),
      sessions.list(undefined, undefined),
    ]);
    const withPasskey = new Set(passkeys.map(({ operator }) => operator));
    return rows.map((row) => {
      const lastSeenAt = open
        .filter(({ operator }) => operator === row.name)
        .map((session) => session.lastSeenAt)
        .sort()
        .at(-1);
      return {
        name: row.name,
        role: readRole(row),
        programs: readPrograms(row),
        madeAt: row.made_at,
        state: stateOf(row),
        factors: factorsOf(row, withPasskey.has(row.name)),
        ...(lastSeenAt && { lastSeenAt }),
      };
    });
  }

  /** Makes the operator and a link with which they choose a password. */
  async invite(name: string, rights: Rights, actor: string): Promise<{ token: string; expiresAt: string }> {
    return this.#change(actor, { action: 'operator-invited', name, detail: { ...rights } }, async (transaction) => {
      await refuseTakenName(transaction, name);
      await insertOperator(transaction, { name, password: '', made_at: this.#at(), ...toRow(rights) });
      return this.#makeInvitation(transaction, name, actor);
    });
  }

  /** A link for a new password. Second factors go, sessions end: whoever lost them asks for exactly that. */
  async reset(name: string, actor: string): Promise<{ token: string; expiresAt: string }> {
    const done = await this.#change(actor, { action: 'operator-reset', name, detail: {} }, async (transaction) => {
      if (!(await findRow(transaction, name))) throw new Refusal('not-found', { what: 'operator' });
      await updateOperator(transaction, name, { password: '', totp: null, totp_step: null, recovery: null });
      await transaction.deleteFrom('passkeys').where('operator', '=', name).execute();
      await refuseWithoutOwner(transaction, name);
      const ended = await this.#deps.sessions.endMany(transaction, { operator: name });
      return { ended, invitation: await this.#makeInvitation(transaction, name, actor) };
    });
    done.ended.told();
    return done.invitation;
  }

  /** Changes rights; whoever is disabled is signed out at once. */
  async change(name: string, { disabled, ...rights }: Rights & { disabled: boolean }, actor: string): Promise<void> {
    const what = { action: 'operator-changed', name, detail: { ...rights, disabled } };
    const ended = await this.#change(actor, what, async (transaction) => {
      if (!(await findRow(transaction, name))) throw new Refusal('not-found', { what: 'operator' });
      const disabled_at = disabled ? this.#at() : null;
      await updateOperator(transaction, name, { ...toRow(rights), disabled_at });
      await refuseWithoutOwner(transaction);
      return disabled ? this.#deps.sessions.endMany(transaction, { operator: name }) : undefined;
    });
    ended?.told();
  }

  async setRules(rules: SignInRules, actor: string): Promise<void> {
    const { settings } = this.#deps;
    await this.#change(actor, { action: 'sign-in-rules-set', detail: { ...rules } }, (transaction) =>
      settings.save(transaction, 'rules', rules),
    );
    settings.rules = rules;
  }

  /** Who helps people of programs that the caller sees. */
  async listHelpers({ programs }: Pick<Rights, 'programs'>): Promise<{ name: string }[]> {
    const rows = await this.#deps.db.selectFrom('operators').selectAll().orderBy('name').execute();
    return rows
      .filter((row) => stateOf(row) === 'active' && may(readRole(row), 'help'))
      .filter((row) => programs === undefined || isInScope({ programs: readPrograms(row) }, programs))
      .map(({ name }) => ({ name }));
  }

  async listTokens() {
    const rows = await this.#deps.db
      .selectFrom('api_tokens')
      .selectAll()
      .where('expires_at', '>', this.#at())
      .orderBy('made_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: readGrant(row),
      programs: readPrograms(row),
      madeBy: row.made_by,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
    }));
  }

  async makeToken(
    { name, days, ...rights }: Rights<Grant> & { name: string; days: number },
    actor: string,
  ): Promise<{ token: string; expiresAt: string }> {
    const at = this.#at();
    const expiresAt = addSeconds(at, days * 86_400);
    const made = makeApiToken({ name, ...toRow(rights), made_by: actor, made_at: at, expires_at: expiresAt });
    const detail = { token: made.row.id, name, ...rights, expiresAt };
    await this.#change(actor, { action: 'token-made', detail }, (transaction) =>
      transaction.insertInto('api_tokens').values(made.row).execute(),
    );
    return { token: made.token, expiresAt };
  }

  async revokeToken(id: string, actor: string): Promise<void> {
    await this.#change(actor, { action: 'token-revoked', detail: { token: id } }, async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('api_tokens').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw new Refusal('not-found', { what: 'token' });
    });
  }

  async #makeInvitation(transaction: Db, operator: string, madeBy: string) {
    const token = makeToken();
    const expiresAt = addSeconds(this.#at(), invitationLifetime);
    await transaction.deleteFrom('invitations').where('operator', '=', operator).execute();
    await transaction
      .insertInto('invitations')
      .values({ hash: digest(token), operator, made_by: madeBy, expires_at: expiresAt })
      .execute();
    return { token, expiresAt };
  }

  #change<Result>(
    actor: string,
    { action, name, detail }: { action: string; name?: string; detail: Record<string, unknown> },
    work: (transaction: Db) => Promise<Result>,
  ): Promise<Result> {
    return this.#deps.writer.change(async (transaction) => {
      const result = await work(transaction);
      const target = name === undefined ? 'console' : `operator:${name}`;
      await appendAudit(transaction, [{ at: this.#at(), actor, action, target, detail }]);
      return result;
    });
  }

  #at(): string {
    return this.#deps.now().toISOString();
  }
}

function findRow(db: Db, name: string) {
  return db.selectFrom('operators').select('name').where('name', '=', name).executeTakeFirst();
}

async function refuseWithoutOwner(db: Db, except?: string): Promise<void> {
  if (!(await hasOwner(db, except))) throw new Refusal('last-owner');
}

function stateOf({ disabled_at, password, subject }: Row<'operators'>): 'active' | 'invited' | 'disabled' {
  if (disabled_at !== null) return 'disabled';
  return password === '' && subject === null ? 'invited' : 'active';
}

function factorsOf({ password, totp, subject }: Row<'operators'>, hasPasskey: boolean): Factor[] {
  const all = {
    password: password !== '',
    totp: totp !== null,
    passkey: hasPasskey,
    'single-sign-on': subject !== null,
  };
  return (Object.keys(all) as Factor[]).filter((factor) => all[factor]);
}

function toRow({ role, programs }: Rights<Grant>) {
  return { role, programs: programs ? JSON.stringify(programs) : null };
}
