import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trayIcons } from '../../agent/main/tray-icons.ts';
import { caseRoutes } from '../../shared/protocol/case-routes.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { Driver, Drivers } from './driver.ts';
import { drivers as every } from './drivers.ts';
import { consent, forbidden, type Office, openOffice, stateOf, waitForState } from './office.ts';

/** One day of a person with the tray, in its order, against a real console. */
describe.each(every)('a day at work, by $name', { timeout: 60_000 }, ({ open, canOpen, isStandIn }) => {
  const inThisCase = it.runIf(canOpen);
  const byStandIn = it.runIf(isStandIn);
  let office: Office;
  let drivers: Drivers;
  let tray: Driver;
  let page: Page;
  let home: string;
  const complaints: string[] = [];
  const icon = async () => (await tray.icon()).image;

  beforeAll(async () => {
    if (!canOpen) return;
    office = await openOffice();
    drivers = await open();
    home = office.makeHome();
    tray = await drivers.start({ home, args: [await office.link()] });
    page = await tray.page();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await drivers?.close();
    await office?.close();
  });

  inThisCase('begins with a link, and trusts its address only after the person has said so', async () => {
    await page.getByRole('heading', { name: 'Is this your office?' }).waitFor();
    expect(await page.locator('main').innerText()).toContain(office.console.url);
    expect(await icon()).toBe(trayIcons['not-enrolled'].small);
    const { rows } = await office.console.call(consoleRoutes.workstations);
    expect(rows).toEqual([]);
  });

  inThisCase('is set up with consent, and ready', async () => {
    await consent(page);
    await waitForState(page, 'ready');
    expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toBe('Your PC is ready for work');
    await expect.poll(icon).toBe(trayIcons.ready.small);
    expect((await tray.icon()).tooltip).toBe('Shiftgate: Your PC is ready for work');
    const { rows } = await office.console.call(consoleRoutes.workstations);
    expect(rows).toHaveLength(1);
  });

  byStandIn('keeps its key sealed in the key store, and starts at sign-in', async () => {
    const sealed = readFileSync(join(home, 'agent', 'device-key.json.sealed'), 'utf8');
    expect(Buffer.from(sealed, 'base64').includes('"kty"')).toBe(false);
    expect(() => readFileSync(join(home, 'agent', 'device-key.json'))).toThrow('ENOENT');
    const entry = readFileSync(join(home, 'system', 'appData', 'autostart', 'shiftgate.desktop'), 'utf8');
    expect(entry).toMatch(/^Exec=".+" --hidden$/m);
  });

  inThisCase('turns red when a forbidden program starts, and says which', async () => {
    office.startForbidden();
    await waitForState(page, 'locked');
    const text = await page.locator('main').innerText();
    expect(text).toContain(`Sales is locked because ${forbidden} is running`);
    await expect.poll(icon).toBe(trayIcons.locked.small);
    const { menu, tooltip } = await tray.icon();
    expect(tooltip).toContain(`Sales is locked because ${forbidden} is running`);
    expect(menu.filter(({ label }) => label.startsWith(`${forbidden} is running`))).toHaveLength(1);
  });

  inThisCase('closes the program after asking, and is let back in', async () => {
    await page.getByRole('button', { name: `Close ${forbidden}` }).click();
    await page.getByRole('button', { name: 'Close it now' }).click();
    await waitForState(page, 'ready');
    await expect.poll(icon).toBe(trayIcons.ready.small);
  });

  inThisCase('opens the CRM in the browser, by a one-time link', async () => {
    await page.getByRole('button', { name: 'Open Sales' }).click();
    await expect.poll(() => tray.opened()).toHaveLength(1);
    const [link] = await tray.opened();
    expect(link).toMatch(/\/\.shiftgate\/launch#t=/);
    await tray.choose('Open Sales');
    await expect.poll(() => tray.opened()).toHaveLength(2);
    expect((await tray.opened())[1]).not.toBe(link);
  });

  inThisCase('asks helpdesk, and hears from it', async () => {
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByLabel('What do you need?').fill('My headset is silent.');
    await page.getByRole('button', { name: 'Send' }).first().click();
    await page.getByText('Delivered').waitFor();
    const { rows } = await office.console.call(consoleRoutes.workstations);
    const params = { id: rows[0]!.id };
    const told = await office.console.call(caseRoutes.messages, { params });
    expect(told.rows).toMatchObject([{ text: 'My headset is silent.' }]);
    await office.console.call(caseRoutes.sendMessage, { params, body: { text: 'Unplug it once.' } });
    await page.getByText('Unplug it once.').waitFor();
  });

  inThisCase('has a caller code that helpdesk accepts', async () => {
    await page.getByRole('heading', { name: 'Caller code' }).click();
    const digits = (await page.locator('output').textContent())?.replaceAll(' ', '') ?? '';
    expect(digits).toMatch(/^\d{6}$/);
    const { rows } = await office.console.call(consoleRoutes.workstations);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const excuse = { checks: ['software' as const], until, reason: 'A test on the phone', program: 'sales' };
    const params = { id: rows[0]!.id };
    const wrong = `${digits.slice(0, 5)}${(Number(digits[5]) + 1) % 10}`;
    const ask = (callerCode: string) =>
      office.console.call(caseRoutes.excuse, { params, body: { ...excuse, callerCode, override: false } });
    await expect(ask(wrong)).rejects.toThrow(/answered 4/);
    expect(await ask(digits)).toMatchObject({ id: expect.any(String) });
  });

  inThisCase('shows what it has sent, exactly', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'What we send' }).click();
    await page.getByRole('heading', { name: 'What we send' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Received/);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.locator('main').innerText()).toMatch(
      isStandIn ? 'Protected by the system’s key store' : /key store/,
    );
  });

  inThisCase('speaks another language at once, in the window and beside the clock', async () => {
    await page.getByLabel('Language').selectOption('fr');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr');
    await expect.poll(async () => (await tray.icon()).tooltip).toBe('Shiftgate: Votre PC est prêt pour le travail');
    await tray.choose('Langue', 'العربية');
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    await tray.choose('اللغة', 'English');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  });

  inThisCase('saves a log without names, codes and keys', async () => {
    const filePath = join(home, 'log.txt');
    await tray.willAnswer({ canceled: false, filePath });
    await page.getByRole('button', { name: 'Save a log for helpdesk' }).click();
    await page.getByText('Saved as log.txt.').waitFor();
    const text = readFileSync(filePath, 'utf8');
    expect(text).toContain('This PC is enrolled.');
    expect(text).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}|"d":|127\.0\.0\.1/);
  });

  inThisCase('is started again by hand: the one that runs comes to the front', async () => {
    await tray.closeWindow();
    expect(await drivers.startAgain({ home })).toBe(0);
    await expect.poll(async () => (await tray.window()).minimized).toBe(false);
    expect((await tray.window()).visible).toBe(true);
  });

  inThisCase('starts the agent again when it crashes, and says so meanwhile', async () => {
    await page.getByRole('button', { name: 'Today' }).click();
    const before = await tray.corePid();
    process.kill(before!, 'SIGKILL');
    await waitForState(page, 'crashed');
    await waitForState(page, 'ready');
    expect(await tray.corePid()).not.toBe(before);
  });

  inThisCase('looks again when the PC wakes up', async () => {
    const lastCheck = () =>
      page
        .getByText(/^Last check at/)
        .locator('time')
        .getAttribute('datetime');
    const before = await lastCheck();
    await tray.power('suspend');
    await tray.power('resume');
    await expect.poll(lastCheck, { timeout: 8_000 }).not.toBe(before);
    expect(await stateOf(page)).toBe('ready');
  });

  inThisCase(
    'tells when there is no contact, and that work goes on meanwhile',
    async () => {
      await office.console.close();
      await waitForState(page, 'offline', 35_000);
      expect(await page.locator('main').innerText()).toMatch(/You can work until/);
      await expect.poll(icon, { timeout: 8_000 }).toBe(trayIcons.offline.small);
    },
    60_000,
  );

  inThisCase('has asked for nothing from anywhere, and complained about nothing', async () => {
    if (isStandIn) expect(await tray.drive('refusedRequests')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  inThisCase('quits after saying what that means', async () => {
    await tray.willAnswer({ response: 0 });
    await tray.choose('Quit');
    expect(await tray.ended).toBe(0);
  });
});
