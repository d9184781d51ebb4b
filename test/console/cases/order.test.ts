import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { savePeople } from '../../../console/server/features/people/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { type Standing, standServices, stopClock } from '../access/standing-services.ts';
import { openDesk } from './desk.ts';

let console: Standing;
let desk: ReturnType<typeof openDesk>;

beforeEach(async () => {
  stopClock();
  console = await standServices();
  desk = openDesk(console);
  await console.publish('name: P\nstaleAfter: 8h\nchecks:\n  software: { strategy: deadline, within: 2h }\n');
});
afterEach(async () => {
  await console.close();
  vi.useRealTimers();
});

/** A workstation of a person with a shift in so many minutes from now, or without one. */
async function person(name: string, shift?: [from: number, to: number]): Promise<Workstation> {
  const known = {
    id: `person_${name}`,
    name,
    programs: [],
    groups: [],
    externalId: undefined,
    language: undefined,
    timeZone: undefined,
  };
  await console.writer.change((transaction) => savePeople(transaction, [known]));
  console.people.put(known);
  const minutes = (count: number) => Date.now() + count * 60_000;
  if (shift) {
    console.rota.put(known.id, 'sales', [{ from: minutes(shift[0]), to: minutes(shift[1]), source: 'import' }]);
  }
  return console.workstation({ person: name });
}

it.each<[string, [string, number, [number, number]?][], string[]]>([
  [
    'what locks first stands first, also where the other is in a shift already',
    [
      ['soon', 0, [90, 600]],
      ['later', 60, [-60, 600]],
    ],
    ['soon', 'later'],
  ],
  [
    'what locks in a shift stands before what locks long before one begins',
    [
      ['tomorrow', 0, [900, 1_200]],
      ['now', 60, [-60, 600]],
    ],
    ['now', 'tomorrow'],
  ],
  [
    'what locks after the end of a shift waits for the next',
    [
      ['leaves', 0, [-60, 90]],
      ['stays', 60, [-60, 600]],
    ],
    ['stays', 'leaves'],
  ],
])('%s', async (_what, persons, expected) => {
  for (const [name, wait, shift] of persons) {
    await console.wait(wait * 60, [...console.roster.all()]);
    const workstation = await person(name, shift);
    await desk.lock(workstation);
  }
  expect(await desk.names()).toEqual({ soon: expected });
});
