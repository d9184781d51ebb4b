import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const draft = async () =>
  (await stage.console.call(consoleRoutes.draft, { params: { id: 'sales' } })).draft?.text ?? '';

it('what is written while the console is away says that it is not saved, and is saved once the console is back', async () => {
  const page = await stage.signedIn();
  await page.goto('/programs/sales/policy');
  const text = page.getByLabel('Policy as YAML');
  await text.waitFor();
  await stage.restart(async () => {
    await text.fill('name: Written in the dark\n');
    await page.getByText('The draft could not be saved; it is tried again. The console does not answer').waitFor();
  });
  await expect.poll(draft, { timeout: 18_000 }).toContain('Written in the dark');
  await page.getByText('Draft saved', { exact: true }).waitFor();
  await page.close();
});

it('what could not be thrown away is said', async () => {
  const page = await stage.signedIn();
  await page.goto('/programs/sales/policy');
  const discard = page.getByRole('button', { name: 'Discard draft' });
  await page.getByText('Draft saved', { exact: true }).waitFor();
  await stage.restart(async () => {
    await discard.click();
    await page.getByText('That did not work').waitFor();
  });
  expect(await draft()).toContain('Written in the dark');
  await page.close();
});
