import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controls, frameworks } from '../../../console/server/features/evidence/controls.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { evidencePaths } from '../../../shared/protocol/oversight-routes.ts';
import { makeHome, publish, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';

describe('the mapping to standards', () => {
  it('leaves no check out, and names each control once', () => {
    const mapped = new Set(controls.flatMap(({ checks }) => checks));
    expect(CheckId.options.filter((id) => !mapped.has(id))).toEqual([]);
    const named = controls.map(({ framework, control }) => `${framework} ${control}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it('never says that anything is compliant', () => {
    expect(JSON.stringify([controls, frameworks])).not.toMatch(/complian|certif|conform/i);
  });
});

describe('the report of a period', () => {
  let home: Awaited<ReturnType<typeof makeHome>>;
  let console: TestConsole;
  beforeAll(async () => {
    home = await makeHome();
    console = await runConsole(home.home);
    await publish(console, 'name: Strict\nbreaker:\n  share: 100\nchecks:\n  software:\n    strategy: lock\n');
    for (const [hostName, facts] of [
      ['kitchen-pc', badFacts()],
      ['attic-pc', goodFacts()],
    ] as const) {
      const double = await console.workstation();
      const { socket } = await double.connect(console.url, { hostName });
      socket.send({ type: 'report', jws: double.report(facts) });
      await socket.next('ack');
    }
  });
  afterAll(async () => {
    await console?.close();
    await home?.close();
  });

  const ask = (path: string, query: Record<string, string> = {}) => {
    const period = { from: '2026-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
    return fetch(`${console.localUrl}${path}?${new URLSearchParams({ program: 'sales', ...period, ...query })}`, {
      headers: { authorization: `Bearer ${console.token}` },
    });
  };

  it('as CSV: each lock with its PC, cause and pace, what the checks find now, the sources and the chain', async () => {
    const answer = await ask(evidencePaths.csv);
    expect(answer.headers.get('content-disposition')).toContain('shiftgate-sales-2026-01-01-2100-01-01.csv');
    const lines = (await answer.text()).split('\r\n');
    expect(lines.find((line) => line.includes('kitchen-pc'))).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,kitchen-pc,.*is running.*,\d+\.\d\d s$/,
    );
    expect(lines.filter((line) => line.includes('attic-pc'))).toEqual([]);
    expect(lines).toContain('Software,lock,1,1,1,0,0');
    expect(lines.filter((line) => line.includes('https://')).length).toBe(frameworks.length);
    const { head } = await console.call(consoleRoutes.verifyAudit);
    expect(lines.at(-2)).toBe(`Hash of the last one,${head}`);
  });

  it('as PDF', async () => {
    const answer = await ask(evidencePaths.pdf);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it.each([
    ['a period that ends before it begins', { to: '2025-01-01T00:00:00.000Z' }, 400],
    ['a program that is not there', { program: 'nobody' }, 404],
  ])('refuses %s', async (_what, query, status) => {
    expect((await ask(evidencePaths.csv, query)).status).toBe(status);
  });
});
