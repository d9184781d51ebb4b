import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openApi } from '../../console/commands/api.ts';
import { commit } from '../../console/server/features/access/store.ts';
import { loadPrograms } from '../../console/server/features/programs/store.ts';
import { openStore } from '../../console/server/store/engine.ts';
import type { Schema } from '../../console/server/store/schema.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { type Dated, live } from './fleet/life.ts';
import { brands, policyOf } from './fleet/programs.ts';
import { Tally } from './fleet/samples.ts';
import { saveLives } from './fleet/save.ts';
import { mostPeople } from './fleet/staff.ts';
import { startServer } from './server-process.ts';

export interface FleetOptions {
  readonly size: number;
  /** The same seed gives the same fleet, counted back from `now`. */
  readonly seed?: string;
  readonly now?: Date;
  /** Told how many workstations are written. */
  readonly onProgress?: (written: number) => void;
}

/** Workstations, and entries of the record, written in one transaction. */
const batch = { workstations: 1_000, entries: 5_000 };

/**
 * Fills an empty home with a fleet as a console of some months has it: people and shifts, facts of three systems, and
 * decisions that the console's own judgement has come to, so that it changes none of them when it starts.
 */
export async function generateFleet(home: string, options: FleetOptions): Promise<void> {
  const { size, seed = 'fleet', now = new Date(), onProgress } = options;
  if (size > mostPeople) throw new Error(`At most ${mostPeople} workstations: there are no more names.`);
  await makePrograms(home);
  const { db, close } = await openStore({ sqlite: join(home, 'shiftgate.db') });
  try {
    const programs = new Map((await loadPrograms(db)).map((program) => [program.id, program]));
    const setting = { seed, now, programs };
    const record: Dated[] = [];
    const tally = new Tally();
    for (let first = 0; first < size; first += batch.workstations) {
      const some = Math.min(batch.workstations, size - first);
      const lives = Array.from({ length: some }, (_, offset) => live(first + offset, setting));
      await db.transaction().execute((transaction) => saveLives(transaction, lives, { ...setting, first }));
      for (const life of lives) {
        record.push(...life.record);
        tally.add(life.workstation);
      }
      onProgress?.(first + some);
    }
    await saveRecord(db, record);
    await db.transaction().execute((transaction) => tally.save(transaction, now, seed));
  } finally {
    await close();
  }
}

/** A console makes the programs, as it would for a person. */
async function makePrograms(home: string): Promise<void> {
  const server = await startServer('console-server.ts', '0,1', [home]);
  try {
    const api = openApi(home);
    for (const brand of brands) {
      const { id, name } = brand;
      const origins = [{ origin: `http://${id}.crm.example.test`, upstream: 'http://127.0.0.1:9' }];
      await api.call(consoleRoutes.putProgram, { params: { id }, body: { name, origins } });
      await api.call(consoleRoutes.putPolicy, {
        params: { id },
        body: { text: policyOf(brand), note: 'First policy' },
      });
    }
  } finally {
    await server.close();
  }
}

/** History and audit chain of all of them have one order: that of time. */
async function saveRecord(db: Kysely<Schema>, record: Dated[]): Promise<void> {
  record.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  for (let start = 0; start < record.length; start += batch.entries) {
    const entries = record.slice(start, start + batch.entries).map(({ entry }) => entry);
    await db.transaction().execute((transaction) => commit(transaction, entries));
  }
}
