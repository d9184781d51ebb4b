import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerCodeAt } from '../../agent/core/identity/caller-code.ts';
import { publish } from '../console/running-console.ts';
import { goodFacts } from '../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from './browser.ts';

/** Each is somebody's whole task, from the first look to the result. */

let stage: Stage;
const fleet: ConnectedWorkstation[] = [];

const withAnyDesk = () => ({
  ...goodFacts(),
  software: {
    readAt: new Date().toISOString(),
    fact: { catalogue: '1', found: [{ id: 'anydesk', running: true, by: 'file-name' as const }] },
  },
});

beforeAll(async () => {
  stage = await openStage();
  await publish(stage.console, 'name: Calm\nbreaker:\n  share: 100\nchecks:\n  software:\n    strategy: observe\n');
  for (let index = 1; index <= 10; index += 1) fleet.push(await stage.workstation(`pc-${index}`));
}, 60_000);
afterAll(() => stage?.close());

async function open(path: string): Promise<Page> {
  const page = await stage.signedIn({ acceptDownloads: true });
  page.setDefaultTimeout(10_000);
  await page.goto(path);
  return page;
}

describe('IT', () => {
  it('drafts a stricter policy, sees whom it would lock, brings it in for some, and takes it back', async () => {
    const [first] = fleet;
    await first?.report(withAnyDesk());
    const page = await open('/programs/sales/policy');
    await page.getByLabel('Policy as YAML').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('name: Strict\nbreaker:\n  share: 100\nchecks:\n  software:\n    strategy: lock\n');

    await page.getByRole('tab', { name: 'Plan' }).click();
    await page.getByRole('button', { name: 'Work out the plan' }).click();
    await page.getByText('If it were published now').waitFor();
    await page.getByRole('row', { name: /pc-1\b/ }).waitFor();

    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('By the plan it would lock 1 workstation now').waitFor();
    await dialog.getByLabel('Whom it applies to').selectOption('50');
    await dialog.getByLabel('It stops by itself when it has locked').selectOption('50');
    await dialog.getByLabel('Note').fill('Remote access tools lock');
    await dialog.getByRole('button', { name: 'Publish for 50 %' }).click();
    const banner = page.getByRole('status').filter({ hasText: 'applies to 50 % of the workstations' });
    await banner.waitFor();
    await page.getByText('As published').waitFor();

    await banner.getByRole('button', { name: 'Widen' }).click();
    await page.getByRole('dialog').getByText('It then applies to about 8 of 10 workstations at once').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await banner.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The vendor is not ready');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByRole('row', { name: /Remote access tools lock/ })
      .getByText('Taken back')
      .waitFor();
    expect(await page.getByRole('row', { name: /In force/ }).count()).toBe(1);
    await first?.report(goodFacts());
    await page.close();
  });
});

describe('helpdesk', () => {
  it('sees a lock arrive, understands it, writes to the person, and excuses whoever reads the right code', async () => {
    await publish(stage.console, 'name: Strict\nbreaker:\n  share: 100\nchecks:\n  software:\n    strategy: lock\n');
    const pc = await stage.workstation('reception-pc');
    const { callerSecret } = pc.welcome;
    const page = await open('/triage');
    await page.getByText('Everybody can work').first().waitFor();

    await pc.report(withAnyDesk());
    const row = page.getByRole('row', { name: /reception-pc/ });
    await row.getByText('AnyDesk is running').filter({ visible: true }).waitFor();

    await row.getByRole('button', { name: 'Message to reception-pc' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Call us and read your code.');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await pc.socket.next('message')).toMatchObject({ text: 'Call us and read your code.' });

    await row.getByRole('button', { name: 'More for reception-pc' }).click();
    await page.getByRole('menuitem', { name: 'Excuse…' }).click();
    const dialog = page.getByRole('dialog', { name: /Excuse/ });
    await dialog.getByLabel('Reason').fill('The vendor repairs the headset');
    const { digits } = callerCodeAt(callerSecret ?? '', new Date());
    const wrong = digits === '111111' ? '222222' : '111111';
    await dialog.getByLabel('Caller code').fill(wrong);
    await dialog.getByRole('button', { name: 'Excuse' }).click();
    await dialog.getByRole('alert').getByText('That code is wrong').waitFor();
    await dialog.getByLabel('Caller code').fill(digits);
    await dialog.getByRole('button', { name: 'Excuse' }).click();

    await page.getByText('Everybody can work').first().waitFor();
    await page.goto(`/workstations/${pc.id}`);
    await page.getByText('This PC is ready for work.').first().waitFor();
    expect(await page.getByText('The vendor repairs the headset').count()).toBeGreaterThan(0);
    await page.close();
  });
});

describe('an auditor', () => {
  it('finds what happened, verifies the chain and takes it along', async () => {
    const page = await open('/audit');
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText('The chain is unbroken').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export all as OCSF' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    const events = lines.map((line) => JSON.parse(line) as { class_uid: number; message?: string });
    expect(events.length).toBeGreaterThan(3);
    expect(events.every(({ class_uid }) => Number.isInteger(class_uid))).toBe(true);

    await page.getByLabel('Search').fill('reception-pc');
    await page.waitForURL(/search=reception-pc/);
    const [part] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export what fits as OCSF' }).click(),
    ]);
    const fewer = (await readFile(await part.path(), 'utf8')).trim().split('\n');
    expect(fewer.length).toBeLessThan(events.length);
    expect(fewer.every((line) => line.includes('reception-pc'))).toBe(true);
    await page.getByRole('link', { name: 'Everything by Ines Adler' }).first().click();
    await page.waitForURL(/actor=Ines/);
    expect(await page.getByLabel('Done by').inputValue()).toBe('Ines Adler');
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('actor'));
    await page.close();
  });
});
