import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessBoard } from '../../console/server/access/board.ts';
import { createGate } from '../../console/server/gate/index.ts';
import { digest } from '../../console/server/identity/secrets.ts';
import { openStore } from '../../console/server/store/engine.ts';

/** Bound browsers that the gate knows while it is measured. */
const sessionCount = 10_000;
const origin = { origin: 'http://crm.test', upstream: 'http://127.0.0.1:1' };
const program = { id: 'sample', name: 'Sample', origins: [origin] };
const proxySecret = 'bench-secret-of-more-than-32-characters';

const bare: RequestListener = (_request, response) => response.writeHead(204).end();

/** The real gate with its real sessions, behind the same bare server. */
async function gateListener(): Promise<{ listener: RequestListener; headers: Record<string, string> }> {
  const { db } = await openStore({ sqlite: ':memory:' });
  const board = new AccessBoard();
  const now = new Date();
  const later = new Date(now.getTime() + 3_600_000).toISOString();
  let cookie = '';
  for (let first = 0; first < sessionCount; first += 500) {
    const rows = Array.from({ length: 500 }, (_, offset) => {
      cookie = randomBytes(32).toString('base64url');
      const workstation = `ws_bench${first + offset}`;
      board.set({
        workstation,
        program: program.id,
        decision: { access: 'ready', reasons: [] },
        since: now.toISOString(),
        policyVersion: 1,
      });
      const times = { started_at: now.toISOString(), expires_at: later, ended_at: null };
      return {
        hash: digest(cookie),
        workstation,
        program: program.id,
        person: null,
        address: '127.0.0.1',
        browser: 'bench',
        ...times,
      };
    });
    await db.insertInto('gate_sessions').values(rows).execute();
  }
  const gate = await createGate({
    db,
    access: board,
    programs: { find: () => program, byHost: () => program },
    people: { label: () => ({ hostName: 'bench' }) },
    recheck: () => false,
    proxySecret,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date(),
  });
  const headers = {
    cookie: `shiftgate-gate=${cookie}`,
    'x-original-url': 'http://crm.test/customers',
    'x-shiftgate-proxy': proxySecret,
  };
  return { listener: (request, response) => gate.answerAuthorization(request, response), headers };
}

const { listener, headers } = process.argv[2] === 'gate' ? await gateListener() : { listener: bare, headers: {} };
const server = createServer(listener);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port, headers });
