import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { argumentsOf } from '../../agent/ipc/arguments.ts';
import type { Bridge } from '../../agent/ipc/bridge.ts';
import { acts, channelOf } from '../../agent/ipc/channels.ts';
import type { Driver, Drivers } from './driver.ts';
import { consent, type Office, openOffice, waitForState } from './office.ts';
import { openStandIn } from './stand-in-driver.ts';

type World = { shiftgate: Bridge };
const windowUrl = 'shiftgate-window://app/index.html';

describe('what the window may not do', { timeout: 60_000 }, () => {
  let office: Office;
  let drivers: Drivers;
  let tray: Driver;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    drivers = await openStandIn();
    tray = await drivers.start({ home: office.makeHome() });
    page = await tray.page();
    await page.getByRole('heading', { name: 'Set up this PC' }).waitFor();
  });
  afterAll(async () => {
    await drivers.close();
    await office.close();
  });

  it('is sandboxed, isolated, and has no Node', async () => {
    const { options } = await tray.window();
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(await page.evaluate(() => [typeof require, typeof process])).toEqual(['undefined', 'undefined']);
  });

  it('reaches the main process by the one bridge, which it cannot change', async () => {
    const names = await page.evaluate(() => Object.keys((window as unknown as World).shiftgate).sort());
    expect(names).toEqual([...acts, 'onModel'].sort());
    const changed = await page.evaluate(() => {
      try {
        Object.assign(window, { shiftgate: {} });
      } catch {
        return 'refused';
      }
      return 'changed';
    });
    expect(changed).toBe('refused');
  });

  it.each([
    ['a page of the web', { url: 'https://evil.example/index.html' }],
    ['a page that looks alike', { url: 'https://shiftgate-window.example/app/index.html' }],
    ['another host of the same scheme', { url: 'shiftgate-window://other/index.html' }],
    ['a frame inside the window', { url: windowUrl, isFrame: true }],
    ['another window', { url: windowUrl, isOther: true }],
  ])('%s is not answered', async (_who, who) => {
    for (const act of acts) {
      await expect(tray.invokeAs(who, channelOf(act))).rejects.toThrow('Refused.');
    }
  });

  it.each<[keyof typeof argumentsOf, unknown[]]>([
    ['getModel', ['more']],
    ['recheck', [['no-such-check']]],
    ['recheck', ['vpn']],
    ['openSettings', ['https://evil.example']],
    ['openSettings', ['ms-settings:privacy']],
    ['openSettings', ['__proto__']],
    ['openProgram', [{ toString: 'x' }]],
    ['openProgram', ['p'.repeat(41)]],
    ['copy', [7]],
    ['askHelp', [{ asks: 'help', text: '' }]],
    ['askHelp', [{ asks: 'help', text: 'x', admin: true }]],
    ['askHelp', [{ asks: 'excuse', text: 'x', checks: [], until: 'soon' }]],
    ['markSeen', [[{ id: 1 }]]],
    ['setSettings', [{ language: 'xx' }]],
    ['setSettings', [{ atLogin: false }]],
    ['readInvitation', ['x'.repeat(2001)]],
    ['enrol', [{ console: 'https://a.example', code: 'AAAA-BBBB-CCCC', insecure: true }]],
    ['enrol', []],
  ])('%s with %j is refused before it is looked at', async (act, args) => {
    const answer = await tray.invokeAs({ url: windowUrl }, channelOf(act), ...args);
    expect(answer).toEqual({ trouble: 'The window asked in a form that is not agreed.' });
  });

  it.each([
    ['an address that is not encrypted', 'http://shiftgate.example.com', 'not encrypted'],
    ['an address with a password', 'https://a:b@shiftgate.example.com', 'must not hold a password'],
    ['something else', 'file:///etc/passwd', 'is not the address of a console'],
  ])('sets nothing up with %s', async (_what, console, why) => {
    const answer = await tray.invokeAs({ url: windowUrl }, channelOf('enrol'), { console, code: 'AAAA-BBBB-CCCC' });
    expect(answer).toEqual({ trouble: expect.stringContaining(why) });
  });

  it('stays on its page', async () => {
    await page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    await expect.poll(() => tray.drive('prevented')).toEqual(['https://evil.example/']);
    await page.getByRole('heading', { name: 'Set up this PC' }).waitFor();
  });

  it('opens no other window', async () => {
    const pages = page.context().pages().length;
    await page.evaluate(() => void window.open('https://evil.example/', '_blank'));
    await expect.poll(() => page.context().pages().length).toBe(pages);
    expect(page.url()).toContain('shiftgate-window');
  });

  it('loads nothing from elsewhere, and runs no script that is not its own', async () => {
    const outcome = await page.evaluate(async () => {
      const fetched = await fetch('https://evil.example/').then(
        () => 'fetched',
        () => 'refused',
      );
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      return [fetched, 'ran' in window];
    });
    expect(outcome).toEqual(['refused', false]);
  });

  it('has no menu that leads to the web', async () => {
    expect(await tray.drive('applicationMenu')).toEqual(['editMenu', 'windowMenu']);
  });

  it('is granted nothing that a page may ask of the system', async () => {
    expect(await tray.drive('permissions')).toEqual(['request false', 'check false', 'device false']);
  });

  it.each([
    'shiftgate-window://app/../main/main.mjs',
    'shiftgate-window://app/assets/..%2f..%2fmain.mjs',
    'shiftgate-window://app/package.json',
    'shiftgate-window://other/index.html',
  ])('%s is not served', async (url) => {
    const answer = (await tray.drive('fetchFromProgram', url)) as { status: number; text: string };
    expect(answer).toMatchObject({ status: 404, text: 'There is no such file.' });
  });

  it('serves the window with a strict policy', async () => {
    const { headers } = (await tray.drive('fetchFromProgram', windowUrl)) as { headers: Record<string, string> };
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('links', { timeout: 60_000 }, () => {
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

  it.each([
    ['one of another kind', ['shiftgate://open?url=https://evil.example']],
    ['an address that is not encrypted', ['shiftgate://enrol?console=http://evil.example&code=AAAA-BBBB-CCCC']],
    ['half a code', ['shiftgate://enrol?console=https://a.example&code=AAAA']],
    ['two at once', Array(2).fill('shiftgate://enrol?console=https://a.example&code=AAAA-BBBB-CCCC')],
  ])('%s brings the first page up and nothing else', async (_what, args) => {
    const tray = await drivers.start({ home: office.makeHome(), args });
    const page = await tray.page();
    await page.getByRole('heading', { name: 'Set up this PC' }).waitFor();
    expect(
      await page.evaluate(async () => (await (window as unknown as World).shiftgate.getModel()).invitation),
    ).toBeUndefined();
    await tray.quit();
  });

  it('an office that IT has set beforehand is asked about like a link', async () => {
    const home = office.makeHome();
    mkdirSync(join(home, 'system', 'resources'), { recursive: true });
    const preset = { console: office.console.url, code: await office.console.code() };
    writeFileSync(join(home, 'system', 'resources', 'preset.json'), JSON.stringify(preset));
    const tray = await drivers.start({ home });
    const page = await tray.page();
    await page.getByRole('heading', { name: 'Is this your office?' }).waitFor();
    await consent(page);
    await waitForState(page, 'ready');
    await tray.quit();
  });

  it('one that is opened while the first page waits takes its place', async () => {
    const home = office.makeHome();
    const tray = await drivers.start({ home });
    const page = await tray.page();
    await page.getByRole('heading', { name: 'Set up this PC' }).waitFor();
    expect(await drivers.startAgain({ home, args: [await office.link()] })).toBe(0);
    await page.getByRole('heading', { name: 'Is this your office?' }).waitFor();
    expect(await page.locator('main').innerText()).toContain(office.console.url);
    await tray.quit();
  });
});
