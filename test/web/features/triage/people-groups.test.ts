import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { badFacts } from '../../../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
const pcs = new Map<string, ConnectedWorkstation>();
const staff = ['Amina Otieno', 'Brian Mensah', 'Chidi Okafor', 'Joy Reyes'];
const nights = staff.slice(0, 2);

beforeAll(async () => {
  stage = await openStage();
  for (const person of staff) {
    const pc = await stage.workstation(`${person.split(' ')[0]?.toLowerCase()}-pc`, person);
    await pc.report(badFacts());
    pcs.set(person, pc);
  }
  page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
});
afterAll(() => stage?.close());

const dialog = () => page.getByRole('dialog');
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const groupField = () => page.getByLabel('Group', { exact: true });
const messages = async (person: string) => {
  const params = { id: pcs.get(person)?.id ?? '' };
  return (await stage.console.call(consoleRoutes.messages, { params })).rows.map(({ text }) => text);
};

async function actOnAll(count: number, act: string) {
  await page.getByRole('button', { name: `All ${count}: act on` }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

describe('a team that is known by name', () => {
  it('is put together from the people’s page', async () => {
    await page.goto('/people');
    for (const person of nights) {
      await page.getByRole('button', { name: 'Add a person' }).first().click();
      await dialog().getByLabel('Name').fill(person);
      await dialog().getByRole('combobox', { name: 'Groups' }).fill('Night shift');
      await page.keyboard.press('Enter');
      await dialog().getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('link', { name: `1 PC of ${person}` }).waitFor();
    }
    expect(await page.getByRole('link', { name: '2 people' }).count()).toBe(1);
  });

  it('is all that the triage shows when it is limited to it', async () => {
    await page.goto('/triage');
    const line = page.getByRole('button', { name: /^4 workstations · / });
    await line.click();
    await row('joy-pc').waitFor();
    await groupField().selectOption('Night shift');
    await row('joy-pc').waitFor({ state: 'detached' });
    const shown = await Promise.all(['amina-pc', 'brian-pc', 'chidi-pc'].map((pc) => row(pc).count()));
    expect(shown).toEqual([1, 1, 0]);
    await page.reload();
    await row('amina-pc').waitFor();
    expect(await row('chidi-pc').count()).toBe(0);
  });

  it('alone is written to when all of them are', async () => {
    await actOnAll(2, 'Message…');
    await dialog().getByLabel('Message').fill('Close AnyDesk before your shift.');
    await dialog().getByRole('button', { name: 'Send to 2 workstations' }).click();
    await page.getByText('2 workstations messaged.').waitFor();
    const told = await Promise.all(staff.map(async (person) => (await messages(person)).length));
    expect(told).toEqual([1, 1, 0, 0]);
  });

  it('is taken on together, and given back with one click', async () => {
    await actOnAll(2, 'Take them on');
    const toast = page.getByRole('alert').filter({ hasText: '2 workstations assigned.' });
    await row('brian-pc').getByText('You', { exact: true }).waitFor();
    await toast.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back for 2 workstations.').waitFor();
    await expect.poll(() => row('brian-pc').getByText('You', { exact: true }).count()).toBe(0);
  });

  it('gains whoever is edited into it', async () => {
    await stage.console.call(consoleRoutes.addPerson, { body: { name: 'Joy Reyes' } });
    await page.goto('/people');
    await page.getByRole('button', { name: 'Edit Joy Reyes' }).click();
    await dialog().getByRole('combobox', { name: 'Groups' }).fill('night SHIFT');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: '3 people' }).waitFor();
    await page.goto('/triage');
    await groupField().selectOption('Night shift');
    await page.getByRole('button', { name: 'All 3: act on those that your filter leaves' }).waitFor();
    expect(await row('chidi-pc').count()).toBe(0);
  });
});
