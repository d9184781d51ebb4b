import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { badFacts } from '../console/workstation-double.ts';
import { openStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

it('what was settled on the phone is done from the answer, with a note, and can be taken back', async () => {
  const pc = await stage.workstation('help-pc');
  const page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
  await page.goto('/triage');
  const at = new Date().toISOString();
  pc.socket.send({ type: 'help', id: randomUUID(), at, asks: 'help', text: 'My headset is mute.' });
  const row = page.getByRole('row', { name: /help-pc/ });
  await row.getByRole('button', { name: 'Answer help-pc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Answer help-pc' });
  await dialog.getByLabel('Done already, on the phone for instance').check();
  await dialog.getByLabel('Note, if any').fill('Muted in the tray of Windows');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await row.waitFor({ state: 'detached' });
  const timeline = await stage.console.call(consoleRoutes.timeline, { params: { id: pc.id }, query: {} });
  expect(timeline.rows.find(({ kind }) => kind === 'case-closed')?.note).toContain('Muted in the tray of Windows');
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await page.close();
});

it('somebody whom a check locks as well is answered, not done with', async () => {
  const pc = await stage.workstation('locked-pc');
  await pc.report(badFacts());
  const at = new Date().toISOString();
  pc.socket.send({ type: 'help', id: randomUUID(), at, asks: 'help', text: 'Why?' });
  const page = await stage.signedIn();
  await page.goto('/triage');
  await page.getByRole('button', { name: 'Answer locked-pc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Answer locked-pc' });
  await dialog.getByRole('textbox', { name: 'Answer' }).waitFor();
  expect(await dialog.getByRole('radio').count()).toBe(0);
  await page.close();
});

it('while the console is away no count passes for current', async () => {
  const page = await stage.signedIn();
  await page.goto('/triage');
  const heading = page.locator('[data-section="cannot-work"]').getByRole('heading').locator('..');
  await expect.poll(() => heading.innerText()).toMatch(/1$/);
  await page.waitForFunction(() => document.title.startsWith('(1)'));
  let meanwhile = '';
  await stage.restart(async () => {
    await page.getByText('No connection to the console since').waitFor();
    await page.getByText(/^At \d\d:\d\d: 1 person cannot work now/).waitFor();
    meanwhile = await heading.innerText();
  });
  expect(meanwhile).toMatch(/–$/);
  await expect.poll(() => heading.innerText(), { timeout: 18_000 }).toMatch(/1$/);
  await page.close();
});
