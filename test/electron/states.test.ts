import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../agent/ipc/bridge.ts';
import { trayIcons } from '../../agent/main/tray-icons.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { programRoutes } from '../../shared/protocol/program-routes.ts';
import { publish } from '../console/running-console.ts';
import type { Driver, Drivers } from './driver.ts';
import { consent, forbidden, type Office, openOffice, policy, waitForState } from './office.ts';
import { openStandIn } from './stand-in-driver.ts';

const deadline = policy.replace('strategy: lock,', 'strategy: deadline, within: 1h,');

/** The person's own PC in every state that the office can bring it into, looked at in every way that people look. */
describe('every state', { timeout: 60_000 }, () => {
  let office: Office;
  let drivers: Drivers;
  let tray: Driver;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    drivers = await openStandIn();
    tray = await drivers.start({ home: office.makeHome(), args: [await office.link('Ada Obi')] });
    page = await tray.page();
    await page.getByRole('heading', { name: 'Is this your office?' }).waitFor();
  });
  afterAll(async () => {
    await drivers.close();
    await office.close();
  });

  const settle = (settings: { look?: 'light' | 'dark'; language?: 'en' | 'ar' | 'hi' }) =>
    page.evaluate((change) => (window as unknown as { shiftgate: Bridge }).shiftgate.setSettings(change), settings);

  async function faults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
  }

  /** Light, dark, right to left, and twice as large: nothing is unreadable or cut off. */
  async function looksRight(name: string): Promise<void> {
    for (const look of ['light', 'dark'] as const) {
      await settle({ look });
      await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(look);
      expect(await faults(), `${name} in ${look}`).toEqual([]);
      await shot(`${name}-${look}`);
    }
    await settle({ look: 'light', language: 'ar' });
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await faults(), `${name} in Arabic`).toEqual([]);
    await shot(`${name}-arabic`);
    await settle({ language: 'en' });
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('ltr');
    // 200 % of a window of 400 pixels leaves it 200 to lay out in.
    await page.setViewportSize({ width: 200, height: 320 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} at 200 %`).toBe(0);
    await shot(`${name}-200`);
    await page.setViewportSize({ width: 400, height: 640 });
  }

  /** Kept only where somebody wants to look: SHIFTGATE_PICTURES names the folder. */
  async function shot(name: string): Promise<void> {
    const folder = process.env['SHIFTGATE_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
  }

  const icon = async () => (await tray.icon()).image;

  it('the first run', async () => {
    await looksRight('first run 1');
    await page.getByRole('button', { name: 'Yes, this is my office' }).click();
    await page.getByRole('heading', { name: 'What Shiftgate does' }).waitFor();
    await looksRight('first run 2');
    await page.getByRole('button', { name: 'Back' }).click();
    await consent(page);
    await waitForState(page, 'ready');
  });

  it('ready', async () => {
    await looksRight('ready');
    expect(await icon()).toBe(trayIcons.ready.small);
  });

  it('fix by', async () => {
    await publish(office.console, deadline);
    office.startForbidden();
    await waitForState(page, 'warned');
    expect(await page.getByRole('timer').innerText()).toMatch(/^59:\d\d left$|^1 hr/);
    await looksRight('fix by');
    await expect.poll(icon).toBe(trayIcons.warned.small);
  });

  it('finishing call', async () => {
    await office.console.call(programRoutes.callState, { body: { person: 'Ada Obi', state: 'on-call' } });
    await publish(office.console, policy);
    await waitForState(page, 'draining');
    expect(await page.locator('h1').textContent()).toBe('Finish this call. New calls pause after it.');
    await looksRight('finishing call');
    await expect.poll(icon).toBe(trayIcons.draining.small);
  });

  it('locked', async () => {
    await office.console.call(programRoutes.callState, { body: { person: 'Ada Obi', state: 'idle' } });
    await waitForState(page, 'locked');
    await looksRight('locked');
    await expect.poll(icon).toBe(trayIcons.locked.small);
  });

  it('is used with the keyboard alone, down to closing the program', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.closest('button')?.textContent ?? '');
    for (let press = 0; press < 12 && !(await focused()).includes(`Close ${forbidden}`); press += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toContain(`Close ${forbidden}`);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('Close it now');
    await page.keyboard.press('Enter');
    await waitForState(page, 'ready');
  });

  it('locked by hand', async () => {
    const { rows } = await office.console.call(consoleRoutes.workstations);
    const params = { id: rows[0]!.id };
    const body = { reason: 'Please call security first.' };
    await office.console.call(consoleRoutes.lock, { params, body });
    await waitForState(page, 'locked');
    expect(await page.locator('main').innerText()).toContain('Please call security first.');
    await looksRight('locked by hand');
    await office.console.call(consoleRoutes.unlock, { params, body: {} });
    await waitForState(page, 'ready');
  });

  it.each(['Help', 'More'])('the place %s', async (place) => {
    await page.getByRole('button', { name: place }).click();
    await page.getByRole('heading', { level: 1, name: place }).waitFor({ state: 'attached' });
    await looksRight(place);
  });
});
