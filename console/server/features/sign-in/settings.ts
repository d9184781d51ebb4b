import { z } from 'zod';
import { SignInRules, SingleSignOn } from '../../../../shared/protocol/operator-routes.ts';
import type { Db } from '../../store/engine.ts';

/** As stored: the client secret is sealed. */
const StoredSingleSignOn = SingleSignOn.extend({ sealedSecret: z.string() });
export type StoredSingleSignOn = z.infer<typeof StoredSingleSignOn>;

const forms = { rules: SignInRules, 'single-sign-on': StoredSingleSignOn } as const;
type Name = keyof typeof forms;

/** Settings of sign-in, in memory; changed in the transaction that puts them on record. */
export class ConsoleSettings {
  rules: SignInRules = { secondFactor: false, twoPersons: false };
  singleSignOn: StoredSingleSignOn | undefined;

  async load(db: Db): Promise<void> {
    const rows = await db.selectFrom('settings').selectAll().execute();
    const find = <N extends Name>(name: N) => {
      const row = rows.find((one) => one.name === name);
      return row && (forms[name].parse(JSON.parse(row.value)) as z.output<(typeof forms)[N]>);
    };
    this.rules = find('rules') ?? this.rules;
    this.singleSignOn = find('single-sign-on');
  }

  async save<N extends Name>(transaction: Db, name: N, value: z.output<(typeof forms)[N]> | undefined): Promise<void> {
    await transaction.deleteFrom('settings').where('name', '=', name).execute();
    if (value === undefined) return;
    await transaction
      .insertInto('settings')
      .values({ name, value: JSON.stringify(value) })
      .execute();
  }
}
