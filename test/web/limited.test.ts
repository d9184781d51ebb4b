import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openStage, type Stage } from './browser.ts';

let stage: Stage;
let page: Page;
/** An owner who is limited to one program. */
beforeAll(async () => {
  stage = await openStage();
  const body = { name: 'Half Owner', role: 'owner' as const, programs: ['sales'] };
  const { link } = await stage.console.call(consoleRoutes.invite, { body });
  page = await stage.stranger();
  page.setDefaultTimeout(10_000);
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill('four words are long');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
});
afterAll(() => stage?.close());

it('whoever is limited to programs reads who may use the console, and is told why nothing can be pressed', async () => {
  await page.goto('/operators');
  await page.getByText('You can read this and change nothing').waitFor();
  const change = page.getByRole('button', { name: 'Change Ines Adler' });
  await change.waitFor();
  expect(await change.isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Rules' }).click();
  const rule = page.getByLabel('A weaker policy needs two persons');
  await rule.waitFor();
  expect(await rule.isDisabled()).toBe(true);
});

it('they change the program that is theirs and are offered no new one', async () => {
  await page.goto('/programs');
  await page.getByRole('button', { name: 'Edit Sales' }).waitFor();
  expect(await page.getByRole('button', { name: 'New program' }).count()).toBe(0);
});
