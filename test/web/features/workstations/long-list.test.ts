import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ListQuery } from '../../../../shared/protocol/workstation-list.ts';
import { generateFleet } from '../../../bench/fleet-generator.ts';
import { openStage, type Stage } from '../../browser.ts';

const size = 800;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage({ fill: (home) => generateFleet(home, { size }) });
  page = await stage.signedIn({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(() => stage?.close());
beforeEach(() => page.goto('/workstations').then(() => page.locator('tr[data-access]').first().waitFor()));

/** People in a part of the list, as the console has them. */
const people = async (query: Partial<ListQuery>) =>
  (await stage.console.call(consoleRoutes.workstations, { query })).rows.map(({ person }) => person);
const rowNumber = (number: number) => page.locator(`tr[aria-rowindex="${number}"]`);
const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
const scrollTo = (share: number) =>
  page.evaluate((part) => window.scrollTo(0, part * document.documentElement.scrollHeight), share);
const firstInSight = () =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('tr[data-index]')];
    return rows.find((row) => row.getBoundingClientRect().top > 100)?.getAttribute('aria-rowindex');
  });

describe('a list of hundreds', () => {
  it('draws only what is in sight, and says how many there are', async () => {
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(size + 1));
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(60);
    await page.getByText(`${size} workstations`).waitFor();
  });

  it('shows any part of it by its scroll bar, in the order of the console', async () => {
    await scrollTo(0.5);
    await expect.poll(async () => Number(await firstInSight())).toBeGreaterThan(300);
    const at = Number(await firstInSight());
    const [expected = ''] = await people({ offset: at - 2, limit: 1 });
    await rowNumber(at).getByRole('link', { name: expected }).waitFor();
    await scrollTo(1);
    const [last = ''] = await people({ offset: size - 1, limit: 1 });
    await rowNumber(size + 1)
      .getByRole('link', { name: last })
      .waitFor();
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(60);
  });

  it('is walked through by keyboard past the end of a page, and left and entered again in the same place', async () => {
    await page.keyboard.press('j');
    expect(await focused()).toBe('2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect(await focused()).toBe('2');
    for (let step = 0; step < 120; step += 1) await page.keyboard.press('j');
    await expect.poll(focused).toBe('122');
    const [person = ''] = await people({ offset: 120, limit: 1 });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(person);
    const top = await rowNumber(122).evaluate((row) => row.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(90);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: person }).waitFor();
    await page.goBack();
    await rowNumber(122).getByRole('link', { name: person }).waitFor();
    const after = await rowNumber(122).evaluate((row) => row.getBoundingClientRect().top);
    expect(Math.abs(after - top)).toBeLessThan(3);
  });

  it('keeps the focus on a row that is scrolled out of sight, and goes on among the rows in sight', async () => {
    await page.keyboard.press('j');
    await scrollTo(0.7);
    await expect.poll(async () => Number(await firstInSight())).toBeGreaterThan(400);
    expect(await focused()).toBe('2');
    await page.keyboard.press('j');
    await expect.poll(async () => Number(await focused())).toBeGreaterThan(400);
  });

  it('is sorted by a click on a column, up and down, also by keyboard, and the address says so', async () => {
    const first = () => page.locator('[data-row-link]').first().textContent();
    const person = page.getByRole('button', { name: /^Person/ });
    await person.click();
    await page.waitForURL(/sort=person$/);
    await expect.poll(first).toBe((await people({ sort: 'person', limit: 1 }))[0]);
    expect(await page.getByRole('columnheader', { name: /Person/ }).getAttribute('aria-sort')).toBe('ascending');
    await person.press('Enter');
    await page.waitForURL(/direction=descending/);
    await expect.poll(first).toBe((await people({ sort: 'person', direction: 'descending', limit: 1 }))[0]);
    await page.reload();
    await expect.poll(first).toBe((await people({ sort: 'person', direction: 'descending', limit: 1 }))[0]);
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
  });

  it('begins at its top when another order is asked for from far below', async () => {
    await scrollTo(0.8);
    await expect.poll(async () => Number(await firstInSight())).toBeGreaterThan(400);
    await page.getByRole('button', { name: 'PC', exact: true }).click();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    const { rows } = await stage.console.call(consoleRoutes.workstations, { query: { sort: 'pc', limit: 1 } });
    await rowNumber(2).getByText(String(rows[0]?.hostName)).waitFor();
  });

  it('is narrowed down by further filters that say how many they leave, each of which is taken away again', async () => {
    const { facets } = await stage.console.call(consoleRoutes.facets);
    const [slice] = facets.vpn.filter(({ value }) => value === 'split');
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByLabel('Traffic through a VPN').selectOption({ label: `Some of it (${slice?.workstations})` });
    await page.getByText(`${slice?.workstations} of ${size} workstations`).waitFor();
    expect(page.url()).toContain('vpn=split');
    await page.getByRole('button', { name: 'Remove the filter Traffic through a VPN: Some of it' }).click();
    await page.getByText(`${size} workstations`, { exact: true }).waitFor();
    expect(page.url()).not.toContain('vpn');
  });

  it('is what each figure of the overview opens', async () => {
    await page.goto('/overview');
    const panel = page.getByRole('region', { name: 'Systems' });
    const link = panel.getByRole('link').first();
    const count = await link.getByRole('strong').textContent();
    await link.click();
    await page.getByText(`${count} of ${size} workstations`).waitFor();
    expect(new URL(page.url()).searchParams.get('system')).toMatch(/Windows|macOS|Ubuntu|Debian/);
    await page.goBack();
    await page.getByRole('link', { name: `${size} workstations` }).click();
    await page.getByText(`${size} workstations`, { exact: true }).waitFor();
  });

  it('is taken along for spreadsheets, as it is filtered', async () => {
    await page.goto('/workstations?access=locked&sort=person');
    await page.locator('tr[data-access]').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const { total } = await stage.console.call(consoleRoutes.workstations, { query: { access: 'locked' } });
    expect([download.suggestedFilename().endsWith('.csv'), lines.length]).toEqual([true, total + 1]);
  });

  it('speaks French', async () => {
    const french = await stage.signedIn({ locale: 'fr-FR' });
    await french.addInitScript(() => localStorage.setItem('shiftgate-language', 'fr'));
    await french.goto('/workstations?vpn=split');
    await french.getByText(new RegExp(`^\\d+ sur ${size} postes$`)).waitFor();
    await french.getByRole('button', { name: 'Retirer le filtre Trafic passant par un VPN : Une partie' }).waitFor();
    expect(await french.getByRole('columnheader', { name: /Personne/ }).count()).toBe(1);
    await french.close();
  });
});
