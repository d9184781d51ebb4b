import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { publish } from '../console/running-console.ts';
import { badFacts } from '../console/workstation-double.ts';
import { openStage, type Stage } from './browser.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  await publish(stage.console, 'name: Second\nchecks:\n  software: { strategy: lock }\n');
  await publish(stage.console, 'name: Third\nchecks:\n  software: { strategy: lock }\n  vpn: {}\n');
  await (await stage.workstation('link-pc')).report(badFacts());
  page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
});
afterAll(() => stage?.close());

/** Leaves the page and comes back by its address, as whoever was sent the link. */
async function again(): Promise<void> {
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
}

it('the evidence of a program and a period', async () => {
  await page.goto('/evidence');
  await page.getByLabel('From').fill('2026-10-01');
  await page.getByLabel('To', { exact: true }).fill('2026-10-31');
  await page.waitForURL(/from=2026-10-01.*to=2026-10-31/);
  await again();
  expect(await page.getByLabel('From').inputValue()).toBe('2026-10-01');
  const report = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
  expect(report).toContain('to=2026-11-01');
  await page.goto('/evidence?from=whenever&to=never');
  expect(await page.getByLabel('From').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('a version of a policy, from the history and from the audit', async () => {
  await page.goto('/programs/sales/policy?view=history');
  await page.getByRole('button', { name: 'Show what version 2 changed' }).click();
  await page.waitForURL(/version=2/);
  await again();
  await page.getByRole('heading', { name: 'Version 2 against version 1' }).waitFor();
  await page.goto('/audit?action=policy-published');
  await page.getByRole('row', { name: /Third/ }).getByRole('link', { name: 'Program Sales' }).click();
  await page.getByRole('heading', { name: 'Version 3 against version 2' }).waitFor();
  expect(page.url()).toContain('view=history');
});

it('the transitions behind a figure of speed', async () => {
  const measured = async () => (await stage.console.call(consoleRoutes.overview, { query: {} })).latency.lock?.count;
  await expect.poll(measured).toBe(1);
  await page.goto('/overview');
  await page.getByRole('link', { name: '1 time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Failure to lock: the slowest in the last 7 days' });
  await dialog.getByRole('link', { name: 'link-pc' }).waitFor();
  await again();
  await dialog.getByRole('link', { name: 'link-pc' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('latency');
  await page.getByRole('link', { name: '1 workstation' }).click();
  await page.getByRole('heading', { name: 'Workstations' }).waitFor();
});
