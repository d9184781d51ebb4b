import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodFacts } from '../../../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
const pcs = new Map<string, ConnectedWorkstation>();

const anyDesk = () => ({
  ...goodFacts(),
  software: {
    readAt: new Date().toISOString(),
    fact: { catalogue: '1', found: [{ id: 'anydesk', running: true, by: 'file-name' as const }] },
  },
});

beforeAll(async () => {
  stage = await openStage();
  for (const name of ['amina-pc', 'brian-pc', 'chloe-pc', 'david-pc', 'esther-pc']) {
    pcs.set(name, await stage.workstation(name));
  }
  page = await stage.signedIn();
  page.setDefaultTimeout(8_000);
});
afterAll(() => stage.close());

const pc = (name: string) => {
  const found = pcs.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const section = (name: string) => page.getByRole('region', { name });
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });

describe('the triage', () => {
  it('says that everybody can work when nobody needs helpdesk', async () => {
    await page.goto('/');
    await page.getByText('5 workstations, and nobody waits for an answer.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/triage');
  });

  it('shows a lock as it happens, and one line for many with the same cause', async () => {
    await pc('amina-pc').report(anyDesk());
    await section('Cannot work now').getByRole('link', { name: 'amina-pc' }).waitFor();
    for (const name of ['brian-pc', 'chloe-pc', 'david-pc']) await pc(name).report(anyDesk());
    const group = page.getByRole('button', { name: /4 workstations · AnyDesk is running/ });
    await group.waitFor();
    expect(await page.title()).toBe('(4) Triage · Shiftgate');
    await page.reload();
    expect(await row('brian-pc').count()).toBe(0);
    await group.click();
    await row('brian-pc').waitFor();
  });

  it('is worked by keyboard alone', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('brian-pc');
    await page.keyboard.press('a');
    await page.getByText('You take care of brian-pc.').waitFor();
    await row('brian-pc').getByText('You', { exact: true }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: 'Message' }).fill('Please close AnyDesk.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Sent to brian-pc.').waitFor();
    expect(await pc('brian-pc').socket.next('message')).toMatchObject({ text: 'Please close AnyDesk.' });
  });

  it('takes an assignment back', async () => {
    await page
      .getByRole('row', { name: /david-pc/ })
      .getByRole('button', { name: 'More for david-pc' })
      .click();
    await page.getByRole('menuitem', { name: 'Take it on' }).click();
    await row('david-pc').getByText('You', { exact: true }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'david-pc' }).getByRole('button', { name: 'Undo' }).click();
    await row('david-pc').getByText('Nobody').waitFor();
    expect(await row('david-pc').getByText('You', { exact: true }).count()).toBe(0);
  });

  it('says to how many it will do something, and does it to those selected', async () => {
    await row('amina-pc').getByLabel('Select amina-pc').check();
    await row('chloe-pc').getByLabel('Select chloe-pc').check();
    await section('Selected workstations').getByText('2 workstations selected').waitFor();
    await page.getByRole('button', { name: /act on the selected workstations/ }).click();
    await page.getByRole('menuitem', { name: 'Message…' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('AnyDesk must be closed.');
    await page.getByRole('button', { name: 'Send to 2 workstations' }).click();
    await page.getByText('2 workstations messaged.').waitFor();
    expect(await pc('chloe-pc').socket.next('message')).toMatchObject({ text: 'AnyDesk must be closed.' });
    expect(await section('Selected workstations').count()).toBe(0);
  });

  it('shows what a person asks for, and answers it', async () => {
    const asked = { id: randomUUID(), at: new Date().toISOString(), text: 'The headset vendor needs AnyDesk' };
    const until = new Date(Date.now() + 7_200_000).toISOString();
    pc('amina-pc').socket.send({ type: 'help', ...asked, asks: 'excuse', checks: ['software'], until });
    await row('amina-pc').getByText('The headset vendor needs AnyDesk').filter({ visible: true }).waitFor();
    await row('amina-pc').getByRole('button', { name: 'Answer amina-pc' }).click();
    await page.getByLabel('Reason').fill('Agreed with the vendor');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Excused amina-pc from Software.').waitFor();
    await row('amina-pc').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /3 workstations · AnyDesk/ }).count()).toBe(1);
  });

  it('opens what an address says', async () => {
    await page.goto('/triage?search=brian&assignee=me');
    await row('brian-pc').waitFor();
    expect(await row('chloe-pc').count()).toBe(0);
    await page.goto('/triage?assignee=Nobody+we+know');
    await page.getByText('Nobody fits').waitFor();
  });

  it('is accessible in light and dark, also on a narrow screen', async () => {
    await page.goto('/triage?search=brian');
    await row('brian-pc').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
    }
  });

  it('forgets a lock as soon as its cause is gone', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/triage');
    await row('esther-pc')
      .or(page.getByRole('button', { name: /workstations · AnyDesk/ }))
      .waitFor();
    for (const name of ['brian-pc', 'chloe-pc', 'david-pc']) await pc(name).report(goodFacts());
    await page.getByText('Everybody can work').first().waitFor();
    expect(await page.title()).toBe('Triage · Shiftgate');
  });
});
