import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openApi } from '../../console/commands/api.ts';
import { openStore } from '../../console/server/store/engine.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { type Device, type DoubleSocket, DoubleWorkstation, makeDevice } from '../console/workstation-double.ts';
import { startServer } from './server-process.ts';

/** Writes the workstations straight into the store: enrolling them is not what is measured. */
export async function seedFleet(home: string, size: number): Promise<Map<string, Device>> {
  const server = await startServer('console-server.ts', '0', [home]);
  const origins = [{ origin: 'http://crm.example.test', upstream: 'http://127.0.0.1:9' }];
  await openApi(home).call(consoleRoutes.putProgram, { params: { id: 'bench' }, body: { name: 'Bench', origins } });
  await server.close();
  const devices = new Map(
    Array.from({ length: size }, () => [`ws_${randomBytes(16).toString('base64url')}`, makeDevice()]),
  );
  const store = await openStore({ sqlite: join(home, 'shiftgate.db') });
  const now = new Date().toISOString();
  const rows = [...devices].map(([id, { publicKey, machineId }], index) => ({
    id,
    key_x: publicKey.x,
    key_y: publicKey.y,
    machine_id: machineId,
    host_name: `pc-${index}`,
    person: `Person ${index}`,
    os: 'linux',
    system: 'Debian GNU/Linux 12 (bookworm)',
    agent_version: '0.1.0',
    enrolment: 'active',
    enrolled_at: now,
    code_hash: '',
  }));
  for (let first = 0; first < rows.length; first += 1_000) {
    const some = rows.slice(first, first + 1_000);
    await store.db.insertInto('workstations').values(some).execute();
    await store.db
      .insertInto('workstation_programs')
      .values(some.map(({ id }) => ({ workstation: id, program: 'bench' })))
      .execute();
  }
  await store.close();
  return devices;
}

/** A workstation with its open link. */
export interface Connected {
  readonly workstation: DoubleWorkstation;
  readonly socket: DoubleSocket;
}

export async function connectFleet(url: string, devices: ReadonlyMap<string, Device>): Promise<Connected[]> {
  const connected: Connected[] = [];
  const waiting = [...devices];
  const connectSome = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [id, device] = next;
      const workstation = new DoubleWorkstation(device, id);
      connected.push({ workstation, socket: (await workstation.connect(url)).socket });
    }
  };
  await Promise.all(Array.from({ length: 64 }, connectSome));
  return connected;
}
