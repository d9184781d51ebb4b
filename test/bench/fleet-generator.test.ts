import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../console/server/store/engine.ts';
import { Readings } from '../../shared/checks/index.ts';
import { makeHome, runConsole } from '../console/running-console.ts';
import { generateFleet } from './fleet-generator.ts';

const size = 600;
const now = new Date();

let home: Awaited<ReturnType<typeof makeHome>>;
let made: Awaited<ReturnType<typeof readStore>>;

beforeAll(async () => {
  home = await makeHome();
  await generateFleet(home.home, { size, now });
  made = await readStore();
});

afterAll(() => home.close());

async function readStore() {
  const { db, close } = await openStore({ sqlite: join(home.home, 'shiftgate.db') });
  const [workstations, reports, access, history, cases] = await Promise.all([
    db.selectFrom('workstations').selectAll().orderBy('id').execute(),
    db.selectFrom('last_reports').selectAll().orderBy('workstation').execute(),
    db.selectFrom('access').selectAll().orderBy('workstation').orderBy('program').execute(),
    db.selectFrom('history').selectAll().orderBy('id').execute(),
    db.selectFrom('cases').selectAll().orderBy('id').execute(),
  ]);
  await close();
  return { workstations, reports, access, history, cases };
}

describe('a generated fleet', () => {
  it('has the size that was asked for, and every PC a name and a person of its own', () => {
    const different = (names: readonly unknown[]) => new Set(names).size;
    const { workstations } = made;
    expect([workstations.length, different(workstations.map((one) => one.host_name))]).toEqual([size, size]);
    expect(different(workstations.map(({ person }) => person))).toBe(size);
  });

  it('has facts as agents report them', () => {
    const odd = made.reports.filter(({ readings }) => !Readings.safeParse(JSON.parse(readings)).success);
    expect(odd).toEqual([]);
  });

  it('has most people at work, some locked and some warned, with an open case for each', () => {
    const share = (access: string) => made.access.filter((row) => row.access === access).length / made.access.length;
    expect(share('ready')).toBeGreaterThan(0.85);
    expect(share('locked')).toBeGreaterThan(0.01);
    expect(share('warned')).toBeGreaterThan(0.01);
    const troubled = made.access.filter(({ access, decision }) => access !== 'ready' && !decision.includes('revoked'));
    const open = new Set(made.cases.map(({ workstation }) => workstation));
    expect(troubled.filter(({ workstation }) => !open.has(workstation))).toEqual([]);
  });

  it('is left as it is by the console that opens it', async () => {
    const running = await runConsole(home.home);
    const ready = await fetch(`${running.url}/readyz`);
    await running.close();
    expect(ready.status).toBe(200);
    expect(await readStore()).toEqual(made);
  });
});
