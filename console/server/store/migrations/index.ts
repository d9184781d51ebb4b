import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Serial } from '../engine.ts';
import { init } from './001-init.ts';
import { cases } from './002-cases.ts';
import { policy } from './003-policy.ts';
import { operators } from './004-operators.ts';
import { timeline } from './005-timeline.ts';
import { calls } from './006-calls.ts';
import { groups } from './007-groups.ts';

/** Every migration in order, forward only. A released one never changes. */
export function migrationsFor(serial: Serial): Record<string, Migration> {
  return {
    '001-init': { up: (db: Kysely<unknown>) => init(db, serial) },
    '002-cases': { up: cases },
    '003-policy': { up: policy },
    '004-operators': { up: operators },
    '005-timeline': { up: timeline },
    '006-calls': { up: calls },
    '007-groups': { up: groups },
  };
}
