import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TriageRow, TriageView } from '../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { generateFleet } from '../../bench/fleet-generator.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let running: TestConsole;
let view: TriageView;

beforeAll(async () => {
  home = await makeHome();
  await generateFleet(home.home, { size: 800 });
  running = await runConsole(home.home);
  view = await running.call(consoleRoutes.triage);
});

afterAll(async () => {
  await running.close();
  await home.close();
});

const rowsOf = async (section: TriageView['sections'][number]['section'], group: string) =>
  (await running.call(consoleRoutes.triageRows, { query: { section, group, limit: 500 } })).rows;

describe('the triage of a fleet', () => {
  it('counts every workstation once in its section, and every access of every program', async () => {
    for (const { total, matching, groups, left } of view.sections) {
      const listed = groups.reduce((sum, { workstations }) => sum + workstations, 0);
      expect([total, matching, left]).toEqual([listed, listed, 0]);
    }
    const { rows } = await running.call(consoleRoutes.programs);
    const locked = rows.reduce((sum, { counts }) => sum + (counts.locked ?? 0), 0);
    expect(view.counts.locked).toBe(locked);
    expect(locked).toBeGreaterThan(10);
  });

  it('shows of each group the most urgent, in the order in which the whole group is read', async () => {
    for (const { section, groups } of view.sections) {
      for (const { key, rows, workstations } of groups) {
        const all = await rowsOf(section, key);
        expect(all).toHaveLength(workstations);
        expect(rows.map(({ workstation }) => workstation)).toEqual(
          all.slice(0, rows.length).map(({ workstation }) => workstation),
        );
      }
    }
  });

  it('says of a group since when it has been there and when its first member locks', async () => {
    const [soon] = view.sections.filter(({ section }) => section === 'soon');
    const [group] = soon?.groups ?? [];
    const all = await rowsOf('soon', group?.key ?? '');
    const earliest = (times: (string | undefined)[]) => times.filter((time) => time !== undefined).sort()[0];
    expect(group?.since).toBe(earliest(all.map((row) => row.case.since)));
    expect(group?.locksAt).toBe(earliest(all.map((row) => row.case.locksAt)));
  });

  it('leaves out whoever does not fit the filter', async () => {
    const query = { language: 'fil' };
    const narrowed = await running.call(consoleRoutes.triage, { query });
    const rows = narrowed.sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['fil']));
    expect(narrowed.sections.map(({ total }) => total)).toEqual(view.sections.map(({ total }) => total));
  });

  it('says how many people each queue misses, at most those who are locked', async () => {
    const { rows } = await running.call(consoleRoutes.programs);
    for (const { program, cannotWork, workstations } of view.impact) {
      const { ready = 0, warned = 0, draining = 0, locked = 0 } = rows.find(({ id }) => id === program)?.counts ?? {};
      expect(workstations).toBe(ready + warned + draining + locked);
      expect(cannotWork).toBeLessThanOrEqual(locked);
    }
    expect(view.impact.reduce((sum, { cannotWork }) => sum + cannotWork, 0)).toBeGreaterThan(0);
  });
});

describe('what is done to all of a group', () => {
  const act = { do: 'assign', assignee: 'Tom Okafor' } as const;
  const largest = (section: TriageView['sections'][number]['section']) =>
    view.sections
      .find((one) => one.section === section)!
      .groups.toSorted((left, right) => right.workstations - left.workstations)[0]!;

  it.each([
    ['no filter', () => ({})],
    ['a name', (row: TriageRow) => ({ search: row.hostName })],
    ['a language', (row: TriageRow) => ({ language: row.language })],
    ['a program', (row: TriageRow) => ({ program: row.programs[0]?.id })],
    ['whom nobody takes care of', () => ({ assignee: 'nobody' })],
  ])('is done to those that the triage shows: %s', async (_what, filterOf) => {
    const group = largest('cannot-work');
    const filter = filterOf(group.rows[0]!);
    const place = { section: 'cannot-work' as const, group: group.key, ...filter };
    const { total } = await running.call(consoleRoutes.triageRows, { query: { ...place, limit: 1 } });
    const outcome = await running.call(consoleRoutes.bulk, { body: { target: place, act } });
    expect(outcome).toMatchObject({ workstations: total, done: total });
    expect(total).toBeGreaterThan(0);
    await running.call(consoleRoutes.undoBulk, { params: { undo: outcome.undo ?? '' } });
  });
});
