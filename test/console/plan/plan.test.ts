import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { Plan, type PlanJob } from '../../../shared/protocol/policy-views.ts';
import { makeHome, publish, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleWorkstation, goodFacts } from '../workstation-double.ts';

const draft = 'name: Draft\nchecks:\n  software: { strategy: lock }\n';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let pc: DoubleWorkstation;
beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  await publish(console, 'name: Mild\nchecks:\n  software: { strategy: observe }\n');
  pc = await console.workstation();
  const { socket } = await pc.connect(console.url);
  for (const facts of [goodFacts(), badFacts()]) {
    socket.send({ type: 'report', jws: pc.report(facts) });
    await socket.next('ack');
  }
});
afterAll(async () => {
  await console.close();
  await home.close();
});

async function planned(text: string, days = 14): Promise<PlanJob> {
  const { id } = await console.call(consoleRoutes.startPlan, { params: { id: 'sales' }, body: { text, days } });
  return expect
    .poll(() => console.call(consoleRoutes.plan, { params: { id } }), { timeout: 15_000 })
    .toMatchObject({ state: 'done' })
    .then(() => console.call(consoleRoutes.plan, { params: { id } }));
}

/** Runs `shiftgate …` as a process of its own. */
function shiftgate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, SHIFTGATE_HOME: home.home } };
    execFile(process.execPath, ['console/cli.ts', ...args], options, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

describe('a plan on the running console', () => {
  it('names who would be locked, and locks nobody', async () => {
    const { plan } = await planned(draft);
    expect(plan).toMatchObject({
      policyName: 'Draft',
      comparedWith: 2,
      counts: { locked: 1, warned: 0, freed: 0, unaffected: 0, 'no-data': 0 },
      changes: [{ path: 'name' }, { path: 'checks.software.strategy', direction: 'stricter' }],
      rows: [{ workstation: pc.id, before: 'ready', after: 'locked', reasons: [{ cause: 'software' }] }],
      history: { workstations: 1 },
    });
    const { access } = await console.call(consoleRoutes.workstation, { params: { id: pc.id } });
    expect(access).toBe('ready');
  });

  it('is about nobody whose PC was revoked', async () => {
    const { id } = await console.workstation();
    expect((await planned(draft, 0)).total).toBe(2);
    await console.call(consoleRoutes.setEnrolment, { params: { id }, body: { state: 'revoked', reason: 'Sold' } });
    expect((await planned(draft, 0)).total).toBe(1);
  });

  it('leaves the history out when it is told to', async () => {
    expect((await planned(draft, 0)).plan?.history).toBeUndefined();
  });

  it('is forgotten when it is cancelled', async () => {
    const { id } = await console.call(consoleRoutes.startPlan, { params: { id: 'sales' }, body: { text: draft } });
    await console.call(consoleRoutes.cancelPlan, { params: { id } });
    await expect(console.call(consoleRoutes.plan, { params: { id } })).rejects.toThrow('no such plan');
  });

  it('names the mistakes of a draft by line', async () => {
    await expect(planned('name: P\nlease: soon\n')).rejects.toThrow('"line":2');
  });
});

describe('shiftgate policy plan', () => {
  const file = async (text: string) => {
    const path = join(home.home, 'draft.yaml');
    await writeFile(path, text);
    return path;
  };

  it('says whom it would lock, and ends with 2', async () => {
    const { code, out } = await shiftgate('policy', 'plan', 'sales', await file(draft));
    expect(code).toBe(2);
    expect(out).toContain('checks.software.strategy: observe → lock  stricter');
    expect(out).toMatch(/^Locked {6}1$/m);
    expect(out).toMatch(/^locked {2}home-pc: AnyDesk is running/m);
  });

  it('prints JSON, and ends with 0 when nobody is affected', async () => {
    const { code, out } = await shiftgate(
      'policy',
      'plan',
      'sales',
      await file('name: Mild\n'),
      '--json',
      '--days',
      '0',
    );
    expect([code, Plan.parse(JSON.parse(out)).counts.unaffected]).toEqual([0, 1]);
  });

  it('names file and line of a mistake, and ends with 1', async () => {
    const path = await file('name: P\nlease: soon\n');
    const { code, err } = await shiftgate('policy', 'plan', 'sales', path);
    expect([code, err]).toEqual([1, expect.stringContaining(`${path}:2:1 lease:`)]);
  });
});

it('a workstation’s reports are there as they were signed', async () => {
  const { rows, more, publicKey } = await console.call(consoleRoutes.reports, {
    params: { id: pc.id },
    query: { limit: 1 },
  });
  expect([rows.length, more, rows[0]?.seq, publicKey]).toEqual([1, true, 2, pc.device.publicKey]);
  expect(rows[0]?.hash).toBe(pc.hash);
  const older = await console.call(consoleRoutes.reports, { params: { id: pc.id }, query: { before: 2 } });
  expect(older.rows.map(({ seq }) => seq)).toEqual([1]);
});
