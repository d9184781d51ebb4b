import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../agent/ipc/bridge.ts';
import { trayIcons } from '../../agent/main/tray-icons.ts';
import { caseRoutes } from '../../shared/protocol/case-routes.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { Driver, Drivers, Start } from './driver.ts';
import { consent, type Office, openOffice, waitForState } from './office.ts';
import { openStandIn } from './stand-in-driver.ts';

describe('from start to end', { timeout: 60_000 }, () => {
  let office: Office;
  let drivers: Drivers;

  beforeAll(async () => {
    office = await openOffice();
    drivers = await openStandIn();
  });
  afterAll(async () => {
    await drivers.close();
    await office.close();
  });

  const setUp = async (start: Partial<Start> = {}) => {
    const home = office.makeHome();
    const tray = await drivers.start({ home, ...start, args: [await office.link()] });
    const page = await tray.page();
    await consent(page);
    await waitForState(page, 'ready');
    return { home, tray, page };
  };
  const seen = async (tray: Driver) => (await tray.icon()).tooltip;

  it('lives beside the clock: quiet at sign-in, one click away, put away by closing', async () => {
    const { home, tray } = await setUp({ hasIndicator: true });
    await tray.quit();
    const again = await drivers.start({ home, args: ['--hidden'] });
    await expect.poll(() => seen(again), { timeout: 8_000 }).toBe('Shiftgate: Your PC is ready for work');
    await expect(again.window()).rejects.toThrow('Nobody drives "window"');
    await again.drive('clickTray');
    expect(await again.window()).toMatchObject({ visible: true, options: { skipTaskbar: true } });
    // Above the icon, on a screen of 1920 by 1040 with the bar below.
    expect(await again.drive('position')).toEqual([1512, 392]);
    await waitForState(await again.page(), 'ready');
    await again.closeWindow();
    expect(await again.window()).toMatchObject({ visible: false, minimized: false });
    await again.choose('Open Shiftgate');
    expect(await again.window()).toMatchObject({ visible: true });
    await again.quit();
  });

  it('where nothing stands beside the clock, the window stands in the task bar', async () => {
    const { home, tray } = await setUp();
    await tray.quit();
    const again = await drivers.start({ home, args: ['--hidden'] });
    await expect.poll(() => seen(again), { timeout: 8_000 }).toBe('Shiftgate: Your PC is ready for work');
    expect(await again.window()).toMatchObject({ visible: true, options: { skipTaskbar: false } });
    await again.closeWindow();
    expect(await again.window()).toMatchObject({ minimized: true });
    await again.choose('Open Shiftgate');
    expect(await again.window()).toMatchObject({ minimized: false, visible: true });
    await again.quit();
  });

  it('without a key store, the key is a file, and the window says so', async () => {
    const { home, tray, page } = await setUp({ hasKeyStore: false });
    const key = join(home, 'agent', 'device-key.json');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(existsSync(`${key}.sealed`)).toBe(false);
    await page.getByRole('button', { name: 'More' }).click();
    expect(await page.locator('main').innerText()).toContain('This system has no key store.');
    await tray.quit();
    // The desktop has one from now on: what was a file is sealed, and the file is gone.
    const again = await drivers.start({ home });
    await expect.poll(() => seen(again), { timeout: 8_000 }).toBe('Shiftgate: Your PC is ready for work');
    expect(existsSync(key)).toBe(false);
    expect(existsSync(`${key}.sealed`)).toBe(true);
    await again.quit();
  });

  it('a key that the key store does not open is said, and tried again, and never replaced', async () => {
    const { home, tray } = await setUp();
    await tray.quit();
    const sealed = join(home, 'agent', 'device-key.json.sealed');
    const before = readFileSync(sealed, 'utf8');
    writeFileSync(sealed, Buffer.from(before, 'base64').reverse().toString('base64'));
    const again = await drivers.start({ home });
    const page = await again.page();
    await waitForState(page, 'crashed');
    await page.getByText('The key store of this system does not open device-key.json').waitFor();
    writeFileSync(sealed, before);
    await waitForState(page, 'ready', 20_000);
    await again.quit();
  }, 60_000);

  it('quits at once when the agent ends in order', async () => {
    const { tray } = await setUp();
    const pid = await tray.corePid();
    const began = Date.now();
    await tray.quit();
    expect(await tray.ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  });

  it('quits within seconds when the agent does not answer any more', async () => {
    const { tray } = await setUp();
    const pid = await tray.corePid();
    process.kill(pid!, 'SIGSTOP');
    const began = Date.now();
    await tray.quit();
    expect(Date.now() - began).toBeLessThan(7_000);
    process.kill(pid!, 'SIGCONT');
    await expect.poll(() => isAlive(pid!), { timeout: 5_000 }).toBe(false);
  });

  it('stays when the person thinks better of quitting', async () => {
    const { tray } = await setUp();
    await tray.willAnswer({ response: 1 });
    await tray.choose('Quit');
    const [asked] = (await tray.drive('dialogs')) as { message: string; detail: string }[];
    expect(asked?.detail).toBe('Nobody checks this PC then, and your programs lock after 15 mins.');
    expect(await seen(tray)).toBe('Shiftgate: Your PC is ready for work');
    await tray.quit();
  });

  it('a fault of its own ends it with a word in the log, and the agent with it', async () => {
    const { home, tray } = await setUp();
    const pid = await tray.corePid();
    await tray.drive('fault');
    expect(await tray.ended).toBe(1);
    expect(readFileSync(join(home, 'agent', 'tray.log'), 'utf8')).toMatch(
      /A fault ends the program.*A fault for the test/,
    );
    await expect.poll(() => isAlive(pid!)).toBe(false);
  });

  it('a page that crashed comes back as it was', async () => {
    const { tray, page } = await setUp();
    await page.evaluate(() => document.querySelector('#root')?.remove());
    await tray.drive('crashPage');
    await waitForState(page, 'ready');
    expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toBe('Your PC is ready for work');
    await tray.quit();
  });

  it('a link for a PC that is set up changes nothing, and says why', async () => {
    const { tray, page } = await setUp();
    await tray.openLink(await office.link());
    await expect
      .poll(() => tray.notices())
      .toContainEqual({
        title: 'Shiftgate',
        body: expect.stringContaining('is set up with'),
      });
    await waitForState(page, 'ready');
    await tray.quit();
  });

  it('a PC that was signed out is set up anew by a link', async () => {
    const { tray, page } = await setUp();
    const params = { id: await workstationOf(page) };
    const body = { state: 'revoked' as const, reason: 'A test of signing out' };
    await office.console.call(consoleRoutes.setEnrolment, { params, body });
    await waitForState(page, 'refused', 20_000);
    expect((await tray.icon()).image).toBe(trayIcons.refused.small);
    await tray.openLink(await office.link());
    await page.getByRole('heading', { name: 'Is this your office?' }).waitFor();
    await consent(page);
    await waitForState(page, 'ready');
    await tray.quit();
  }, 60_000);

  it('tells of a message from helpdesk while nobody looks', async () => {
    const { tray, page } = await setUp();
    await tray.drive('blur');
    const params = { id: await workstationOf(page) };
    await office.console.call(caseRoutes.sendMessage, { params, body: { text: 'Please call us.' } });
    await expect.poll(() => tray.notices()).toEqual([{ title: expect.any(String), body: 'Please call us.' }]);
    await tray.closeWindow();
    await tray.drive('clickNotice', 0);
    expect((await tray.window()).minimized).toBe(false);
    await page.getByText('1 new message').waitFor({ state: 'attached' });
    await tray.quit();
  });
});

async function workstationOf(page: Page): Promise<string> {
  const { snapshot } = await page.evaluate(() => (window as unknown as { shiftgate: Bridge }).shiftgate.getModel());
  return snapshot?.workstation ?? '';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
