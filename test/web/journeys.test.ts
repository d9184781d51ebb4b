import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { badFacts, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../console/workstation-double.ts';
import { administrator, openStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('signing in', () => {
  it('the one-time link works once', async () => {
    const page = await stage.stranger();
    await page.goto(stage.console.signInLink ?? '');
    await page.getByLabel('Your name').fill('Somebody Else');
    await page.getByLabel('Password', { exact: true }).fill('another long password');
    await page.getByRole('button', { name: 'Create owner' }).click();
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(page.url()).toContain('/first');
    await page.close();
  });

  it('a stranger signs in and comes to the page that the link named', async () => {
    const page = await stage.stranger();
    await page.goto('/audit');
    await page.getByLabel('Name').fill(administrator.name);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not belong together').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/audit');
    await page.close();
  });

  it('a session that is ended elsewhere asks to sign in again', async () => {
    const lost = await stage.stranger();
    await lost.goto('/workstations');
    await lost.getByLabel('Name').fill(administrator.name);
    await lost.getByLabel('Password', { exact: true }).fill(administrator.password);
    await lost.getByRole('button', { name: 'Sign in' }).click();
    await lost.getByText('Live', { exact: true }).waitFor();
    const page = await stage.signedIn();
    await page.goto('/sessions');
    const others = page.getByRole('row').filter({ hasNotText: 'This one' }).getByRole('button', { name: 'End' });
    await others.first().waitFor();
    for (let left = await others.count(); left > 0; left -= 1) {
      await others.first().click();
      await expect.poll(() => others.count()).toBe(left - 1);
    }
    await lost.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: 15_000 });
    expect(new URL(lost.url()).searchParams.get('to')).toBe('/workstations');
    await Promise.all([page.close(), lost.close()]);
  });
});

describe('the list of workstations', () => {
  it('shows a lock and its end as they happen, with the cause in plain words', async () => {
    const pc = await stage.workstation('live-pc');
    const page = await stage.signedIn();
    await page.goto('/workstations?search=live-pc');
    const row = page.getByRole('row', { name: /live-pc/ });
    await row.getByText('Ready').waitFor();
    await pc.report(badFacts());
    await row.getByText('Locked').waitFor();
    await row
      .getByRole('cell', { name: 'AnyDesk is running and is not allowed while you work.', exact: true })
      .waitFor();
    await page.waitForFunction(() => document.title.startsWith('(1)'));
    await pc.report(goodFacts());
    await row.getByText('Ready').waitFor();
    expect(await row.getByText('Locked').count()).toBe(0);
    await page.close();
  });

  it('keeps rows in place while the pointer moves over them', async () => {
    const both = [await stage.workstation('order-a'), await stage.workstation('order-b')];
    const page = await stage.signedIn();
    await page.goto('/workstations?search=order-');
    const names = () => page.locator('[data-row-link]').allTextContents();
    await expect.poll(names).toHaveLength(2);
    const [upper = '', lower = ''] = await names();
    const move = () =>
      page.getByRole('row', { name: upper }).hover({ position: { x: 20 + Math.random() * 60, y: 10 } });
    await move();
    await both.find(({ hostName }) => hostName === lower)?.report(badFacts());
    const lowerRow = page.getByRole('row', { name: lower });
    await expect
      .poll(async () => {
        await move();
        return lowerRow.getByText('Locked').count();
      })
      .toBe(1);
    const still = await names();
    await page.getByRole('heading', { name: 'Workstations' }).hover();
    await expect.poll(names).toEqual([lower, upper]);
    expect(still).toEqual([upper, lower]);
    await page.close();
  });

  it('is worked by keyboard alone', async () => {
    await stage.workstation('keyboard-pc');
    const page = await stage.signedIn();
    await page.goto('/audit');
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('heading', { name: 'Workstations' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('keyboard-pc');
    await page.waitForURL(/search=keyboard-pc/);
    await page.getByRole('link', { name: 'keyboard-pc' }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: 'Workstations' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'keyboard-pc' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toContain('/workstations/ws_');
    await page.close();
  });
});

describe('one workstation', () => {
  it('is locked with a reason, and undo lifts the lock', async () => {
    const pc = await stage.workstation('lock-pc');
    const page = await stage.signedIn();
    await page.goto(`/workstations/${pc.id}`);
    const access = page.getByRole('region', { name: 'Access to Sales' });
    await access.getByText('Ready', { exact: true }).waitFor();
    await page.keyboard.press('l');
    await page.getByLabel('Reason').fill('Laptop reported lost');
    await page.getByRole('button', { name: 'Lock now' }).click();
    await access.getByText(`Locked by ${administrator.name}: Laptop reported lost`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await access.getByText('This PC is ready for work.').waitFor();
    await page.getByText('Lock lifted').waitFor();
    expect(await page.getByRole('button', { name: 'Lift lock' }).count()).toBe(0);
    await page.close();
  });

  it('is excused from a check until a time, and the excuse ends when told', async () => {
    const pc = await stage.workstation('excuse-pc');
    await pc.report(badFacts());
    const page = await stage.signedIn();
    await page.goto(`/workstations/${pc.id}`);
    const access = page.getByRole('region', { name: 'Access to Sales' });
    await access.getByText('Locked', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Excuse' }).click();
    const dialog = page.getByRole('dialog', { name: /Excuse/ });
    expect(await dialog.getByRole('checkbox', { name: 'Software' }).isChecked()).toBe(true);
    await dialog.getByText('Times are in Europe/Vienna.').waitFor();
    await dialog.getByRole('checkbox', { name: /Go without the code/ }).check();
    await dialog.getByLabel('Reason').fill('The vendor repairs the headset');
    await dialog.getByRole('button', { name: 'Excuse' }).click();
    await access.getByText('This PC is ready for work.').waitFor();
    await page.getByRole('button', { name: 'End now' }).click();
    await access.getByText('Locked', { exact: true }).waitFor();
    await page.close();
  });

  it('is asked to check now and its answer appears', async () => {
    const pc = await stage.workstation('recheck-pc');
    const page = await stage.signedIn();
    await page.goto(`/workstations/${pc.id}`);
    await page.getByRole('button', { name: 'Check now' }).click();
    await pc.socket.next('recheck');
    await pc.report(goodFacts(new Date(Date.now() + 1).toISOString()));
    await page.getByText('recheck-pc has just checked.').waitFor();
    expect(await page.getByText('Not applicable').count()).toBe(2);
    await page.close();
  });

  it('waits for approval when its code says so', async () => {
    const page = await stage.signedIn();
    await page.goto('/programs');
    await page.getByRole('button', { name: 'Enrol a PC for Sales' }).click();
    await page.getByLabel('Person').fill('Maria Lopez');
    await page.getByLabel('Each PC waits for approval').check();
    await page.getByRole('button', { name: 'Make the code' }).click();
    const code = await page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent();
    const device = makeDevice();
    const { body } = await enrol(stage.console.url, code ?? '', device, { hostName: 'approval-pc' });
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    await page.goto(`/workstations/${pc.id}`);
    await page.getByText('This PC waits for approval by IT.').first().waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByLabel('Reason').fill('Expected today');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('This PC is ready for work.').waitFor();
    expect(await page.getByRole('heading', { name: 'Maria Lopez' }).count()).toBe(1);
    await page.close();
  });
});

describe('the policy', () => {
  it('names a mistake by its line and is published once it is right', async () => {
    const page = await stage.signedIn();
    await page.goto('/programs/sales/policy');
    const write = async (policy: string) => {
      await page.getByLabel('Policy as YAML').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(policy);
    };
    await write('name: Storm\nlease: soon\n');
    await page.getByRole('button', { name: 'Line 2' }).waitFor();
    expect(await page.getByRole('button', { name: 'Publish…' }).isDisabled()).toBe(true);
    await write('name: Storm\nlease: 20m\n');
    await page.getByText('A PC that is silent for 20 min is locked.').waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Whom it applies to').selectOption('100');
    await dialog.getByLabel('Note').fill('Longer lease for the storm');
    await dialog.getByRole('button', { name: 'Publish for everybody' }).click();
    await page.getByText(/^Version \d+ of the policy is in force\.$/).waitFor();
    await page.getByText('Longer lease for the storm').waitFor();
    await page.close();
  });

  it('shows what the person will read, in their language', async () => {
    const page = await stage.signedIn();
    await page.goto('/programs/sales/policy');
    await page.getByLabel('Policy as YAML').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('name: Paris\nchecks:\n  vpn:\n    strategy: lock\n');
    const preview = page.getByRole('region', { name: 'What the person sees' });
    await preview.getByText('The VPN is not connected.').waitFor();
    await preview.getByLabel('In their language').selectOption('fr');
    await preview.getByText('Le VPN n’est pas connecté.').waitFor();
    await preview.getByLabel('In their language').selectOption('ar');
    await preview.locator('[dir=rtl][lang=ar]').first().waitFor();
    expect(await preview.getByText('Le VPN n’est pas connecté.').count()).toBe(0);
    await page.close();
  });
});

describe('the audit', () => {
  it('verifies its chain in place', async () => {
    const page = await stage.signedIn();
    await page.goto('/audit');
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText('The chain is unbroken').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    await page.close();
  });
});

describe('a console that restarts', () => {
  it('is missed and found again by the page, which then shows what it has not heard', async () => {
    const pc = await stage.workstation('restart-pc');
    const page = await stage.signedIn();
    await page.goto(`/workstations/${pc.id}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await stage.restart(() => page.getByText('No connection to the console since').waitFor());
    await stage.console.call(consoleRoutes.lock, { params: { id: pc.id }, body: { reason: 'Back again' } });
    await page.getByText('Locked by command line: Back again').first().waitFor({ timeout: 18_000 });
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByText('No connection to the console').count()).toBe(0);
    await page.close();
  });
});
