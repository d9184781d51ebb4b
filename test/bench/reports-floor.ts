import { createPublicKey, verify } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { DoubleWorkstation, goodFacts, makeDevice } from '../console/workstation-double.ts';
import { makeHome } from '../e2e/shiftgate.ts';

/**
 * The least that taking a report costs: its signature checked with node:crypto and the row written with better-sqlite3
 * in groups, as durable as the console's. No parsing, no judging, no network.
 */
const count = 4_000;
const group = 250;
const home = makeHome();
const device = makeDevice();
const key = createPublicKey({ key: device.publicKey, format: 'jwk' });
const workstation = new DoubleWorkstation(device, 'ws_floor');
const reports = Array.from({ length: count }, () => workstation.report(goodFacts()));
const db = new Sqlite(`${home.path}/floor.db`);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table reports (id integer primary key, workstation text, seq integer, received_at text, jws text)');
const insert = db.prepare('insert into reports (workstation, seq, received_at, jws) values (?, ?, ?, ?)');

const started = performance.now();
const before = process.cpuUsage();
for (let first = 0; first < count; first += group) {
  const good = reports.slice(first, first + group).filter((jws) => {
    const end = jws.lastIndexOf('.');
    const signature = Buffer.from(jws.slice(end + 1), 'base64url');
    return verify('sha256', Buffer.from(jws.slice(0, end)), { key, dsaEncoding: 'ieee-p1363' }, signature);
  });
  db.transaction(() => {
    for (const [index, jws] of good.entries()) insert.run('ws_floor', first + index, new Date().toISOString(), jws);
  })();
}
const perSecond = (count / (performance.now() - started)) * 1000;
const { user, system } = process.cpuUsage(before);
db.close();
home.remove();
process.send?.({ perSecond, cpu: (user + system) / count });
process.disconnect?.();
