import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '../console/running-console.ts';
import { badFacts } from '../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from './browser.ts';

let stage: Stage;
const fleet: ConnectedWorkstation[] = [];
beforeAll(async () => {
  stage = await openStage();
  const strict = 'name: P\nbreaker: { share: 10, atLeast: 2 }\nchecks:\n  software: { strategy: lock }\n';
  await publish(stage.console, strict);
  for (const name of ['bad-1', 'bad-2', 'fine']) fleet.push(await stage.workstation(name));
});
afterAll(() => stage?.close());

it('a tripped breaker shows where everybody looks, leads to whom it holds back, and goes once it is resumed', async () => {
  const page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
  await page.goto('/triage');
  await page.getByText('Everybody can work').first().waitFor();
  for (const pc of fleet.slice(0, 2)) await pc.report(badFacts());
  const banner = page.getByRole('status').filter({ hasText: 'The breaker of Sales has tripped' });
  await banner.getByText('it had locked 2 workstations').waitFor();

  await page.getByRole('link', { name: 'Overview' }).click();
  await banner.getByRole('link', { name: 'Whom it holds back' }).click();
  const held = page.getByRole('region', { name: 'Held back: Software' });
  await held.getByRole('link', { name: 'bad-2' }).waitFor();
  expect(await held.getByRole('row').count()).toBe(3);
  await held.getByRole('link', { name: '2 workstations' }).click();
  await page.getByRole('button', { name: 'Remove the filter Held by the breaker: Software' }).waitFor();
  await page.getByRole('row', { name: /bad-1/ }).waitFor();
  expect(await page.getByRole('row', { name: /fine/ }).count()).toBe(0);
  await page.goBack();

  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByLabel('Reason').fill('The release was wrong');
  await page.getByRole('button', { name: 'Resume locks' }).click();
  await held.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Triage' }).click();
  await page.getByText('2 workstations').first().waitFor();
  expect(await banner.count()).toBe(0);
});
