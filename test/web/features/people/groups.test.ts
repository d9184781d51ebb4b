import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
  await page.goto('/people');
});
afterAll(() => stage?.close());
beforeEach(dismissToasts);

const dialog = () => page.getByRole('dialog');
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const groups = () => page.getByRole('region', { name: 'Groups' });
const toast = (text: string) => page.getByRole('alert').filter({ hasText: text });
async function undo(text: string) {
  await toast(text).getByRole('button', { name: 'Undo' }).click();
  await toast(text).waitFor({ state: 'detached' });
}

/** Fills in the dialog that is open; a group is taken over with the key that separates groups. */
async function write({ group, ...fields }: { Name?: string; 'External id'?: string; group?: string }) {
  for (const [label, text] of Object.entries(fields)) await dialog().getByLabel(label).fill(text);
  if (group === undefined) return;
  await dialog().getByRole('combobox', { name: 'Groups' }).fill(group);
  await page.keyboard.press('Enter');
}

async function add(person: Parameters<typeof write>[0]) {
  await page.getByRole('button', { name: 'Add a person' }).click();
  await write(person);
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await toast(`${person.Name} is added`).waitFor();
}

/** At most two stand at once. */
async function dismissToasts() {
  const buttons = page.getByRole('button', { name: 'Dismiss' });
  for (let left = await buttons.count(); left > 0; left -= 1) await buttons.first().click();
}

describe('a person by hand', () => {
  it('is added with a group that is new', async () => {
    await add({ Name: 'Amina Otieno', 'External id': 'H1', group: 'Night shift' });
    await row('Amina Otieno').getByText('Night shift').filter({ visible: true }).waitFor();
    expect(await groups().getByRole('link', { name: '1 person' }).count()).toBe(1);
  });

  it('is refused beside the field that is wrong, and what was typed stays', async () => {
    await page.getByRole('button', { name: 'Add a person' }).click();
    await write({ Name: 'Brian Mensah', 'External id': 'H1' });
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByText('It is that of Amina Otieno already.').waitFor();
    const field = dialog().getByLabel('External id');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Brian Mensah');
    await field.fill('');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await row('Brian Mensah').waitFor();
  });

  it('goes again with one click', async () => {
    await add({ Name: 'Nobody Really' });
    await undo('Nobody Really is added');
    await expect.poll(() => row('Nobody Really').count()).toBe(0);
  });

  it('is edited, and is as before after an undo', async () => {
    await page.getByRole('button', { name: 'Edit Amina Otieno' }).click();
    await write({ Name: 'Amina Njoroge' });
    await dialog().getByRole('combobox', { name: 'Time zone' }).fill('Africa/Nairobi');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await row('Amina Njoroge').getByText('Africa/Nairobi').waitFor();
    await undo('Amina Njoroge is saved');
    await row('Amina Otieno').getByText('UTC').waitFor();
    expect((await stage.console.call(routes.people)).rows[0]).toMatchObject({ name: 'Amina Otieno', externalId: 'H1' });
  });

  it('leads to their PCs', async () => {
    await stage.console.workstation({ person: 'Brian Mensah' });
    await page.reload();
    await page.getByRole('link', { name: '1 PC of Brian Mensah' }).click();
    await page
      .getByText('1 of 1 workstations')
      .or(page.getByText('1 workstation', { exact: true }))
      .waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('Brian Mensah');
    await page.goBack();
  });
});

describe('a group', () => {
  it('narrows the list of people, from a link that can be sent', async () => {
    await page.getByLabel('Group', { exact: true }).selectOption('Night shift');
    await row('Brian Mensah').waitFor({ state: 'detached' });
    const address = page.url();
    await page.goto('/people');
    await row('Brian Mensah').waitFor();
    await page.goto(address);
    await row('Amina Otieno').waitFor();
    expect([await row('Brian Mensah').count(), new URL(address).searchParams.has('peopleGroup')]).toEqual([0, true]);
  });

  it('narrows the list of workstations, and stands there as a filter', async () => {
    await stage.workstation('night-pc', 'Amina Otieno');
    await page.goto('/people');
    await groups().getByRole('link', { name: 'Their PCs: Night shift' }).click();
    await page.getByRole('row', { name: /night-pc/ }).waitFor();
    const chip = page.getByRole('button', { name: 'Remove the filter Group of people: Night shift' });
    expect([await chip.count(), await page.getByText('1 of 2 workstations').count()]).toEqual([1, 1]);
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    const field = page.getByLabel('Group of people', { exact: true });
    await field.getByRole('option', { name: 'Night shift (1)' }).waitFor({ state: 'attached' });
    await chip.click();
    await page.getByText('2 workstations', { exact: true }).waitFor();
    await field.selectOption('Night shift (1)');
    await page.getByText('1 of 2 workstations').waitFor();
    await page.goto('/people');
    await groups().getByRole('link', { name: '1 person' }).click();
  });

  it('takes another name', async () => {
    await groups().getByRole('button', { name: 'Edit Night shift' }).click();
    await dialog().getByLabel('Name').fill('a;b');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('Leave out commas and semicolons').waitFor();
    await dialog().getByLabel('Name').fill('Nights');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await row('Amina Otieno').getByText('Nights').filter({ visible: true }).waitFor();
    await expect.poll(() => groups().getByRole('cell', { name: 'Night shift', exact: true }).count()).toBe(0);
  });

  it('is deleted after saying how many are in it, and comes back with them', async () => {
    await groups().getByRole('button', { name: 'Delete Nights' }).click();
    await dialog().getByText('1 person is no longer in it').waitFor();
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await groups().getByText('No group yet').waitFor();
    await page.getByText('Nobody fits').waitFor();
    expect(await page.getByLabel('Group', { exact: true }).locator('option:checked').innerText()).toMatch(/is gone/);
    await undo('The group Nights is deleted');
    await groups().getByRole('link', { name: '1 person' }).click();
    await row('Amina Otieno').waitFor();
  });

  it('of a file is named before it is made', async () => {
    await page.getByRole('button', { name: 'Import people' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog().getByRole('button', { name: 'File', exact: true }).click(),
    ]);
    const buffer = Buffer.from('name,groups\nJoy Reyes,Manila;Nights\n');
    await chooser.setFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer });
    await dialog().getByText('1 new group is made: Manila.').waitFor();
    expect(await dialog().getByText('Nairobi;Night shift').count()).toBe(1);
    await dialog().getByRole('button', { name: 'Import 1 line' }).click();
    await groups().getByText('Manila').waitFor();
  });
});

describe.each(['light', 'dark'] as const)('people and groups in the %s look', (colorScheme) => {
  it.each([
    ['the page', undefined],
    ['a new person', 'Add a person'],
    ['a person who is edited', 'Edit Amina Otieno'],
    ['a new group', 'New group'],
    ['the end of a group', 'Delete Manila'],
    ['an import', 'Import people'],
  ])('%s: axe finds nothing, and nothing is cut off on a narrow screen', async (_what, button) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/people');
    await row('Amina Otieno').waitFor();
    if (button) await page.getByRole('button', { name: button }).click();
    if (button) await dialog().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
  });
});
