import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../../chromium.ts';
import { anna, ben, forbiddenProgram, type Stand, startStand, until } from './gate-stand.ts';
import { startAuthorizer, startNginx } from './nginx-stand.ts';

let browser: Browser;
let stand: Stand;
let context: BrowserContext;
let page: Page;
/** What the browser complains of: scripts that break, and what the content security policy stops. */
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stand = await startStand();
  stand.set('ready');
  await openPage();
});
afterEach(async () => {
  await context.close();
  await stand.close();
});

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
}

async function launch(to = '/customers', workstation = anna): Promise<void> {
  const { url } = await stand.gate.tickets.issue(workstation, 'acme');
  await page.goto(`${url}&to=${encodeURIComponent(to)}`);
}

const heading = () => page.getByRole('heading', { level: 1 });
const atCrm = () => heading().filter({ hasText: 'Customers' }).waitFor();

describe('opening the CRM from a launch link', () => {
  test('goes to the CRM and leaves no ticket behind', async () => {
    await launch('/customers?page=2#notes');
    await atCrm();
    expect([page.url(), complaints]).toEqual([`${stand.origin}/customers?page=2#notes`, []]);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'shiftgate-gate', httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  test('says for whom, and where, while the CRM is loading', async () => {
    // The page is gone a moment later, so it writes down by itself what it showed.
    await page.addInitScript(() => {
      const note = () => {
        const shown = document.querySelector('#status')?.textContent;
        if (shown) sessionStorage.setItem('shown', shown);
      };
      new MutationObserver(note).observe(document, { childList: true, subtree: true });
    });
    await launch();
    await atCrm();
    const shown = await page.evaluate(() => sessionStorage.getItem('shown'));
    expect(shown).toBe('Opening Acme Care for Anna Łukasz on PC of anna…');
  });

  test('a link that was used says what to do, and its ticket is gone from the address', async () => {
    const { url } = await stand.gate.tickets.issue(anna, 'acme');
    await page.goto(`${url}&to=/customers`);
    await atCrm();
    await page.goto(url);
    await page.getByText('This link was used or has expired.').waitFor();
    expect(page.url()).toBe(`${stand.origin}/.shiftgate/launch`);
  });

  test('a link without a ticket says where to start', async () => {
    await page.goto(`${stand.origin}/.shiftgate/launch`);
    await page.getByText('This page opens from Shiftgate on your PC').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a gate that cannot answer offers to try again, and then it works', async () => {
    let isDown = true;
    await page.route('**/.shiftgate/launch', (route) =>
      isDown && route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await launch();
    await page.getByText('That did not work').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await atCrm();
    expect(complaints).toEqual([]);
  });
});

describe('the block page', () => {
  beforeEach(async () => {
    await launch('/customers?page=2');
    await atCrm();
    stand.set('locked');
    await page.goto(`${stand.origin}/customers?page=2#notes`);
    await page.reload();
  });

  test('shows why and what to do, at the address of the CRM’s page', async () => {
    expect(await heading().textContent()).toBe('You can’t open Acme Care right now');
    const reason = page.getByRole('heading', { name: 'AnyDesk is running and is not allowed while you work.' });
    expect(await reason.isVisible()).toBe(true);
    expect(await page.getByText('Quit AnyDesk completely; access comes back by itself.').isVisible()).toBe(true);
    expect(page.url()).toBe(`${stand.origin}/customers?page=2#notes`);
    expect(await page.locator('time').first().textContent()).not.toContain('UTC');
  });

  test('goes back to the same page by itself when the access is back', async () => {
    stand.set('ready');
    await atCrm();
    expect([page.url(), complaints]).toEqual([`${stand.origin}/customers?page=2#notes`, []]);
  });

  test('“check again”, by keyboard, asks the PC and shows what it answers', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const status = page.getByRole('status');
    await status.filter({ hasText: 'Asking your PC' }).waitFor();
    await until(() => stand.rechecked.length === 1, 'the recheck');
    stand.set('locked', { reasons: [{ ...forbiddenProgram, params: { names: 'RustDesk' } }] });
    await page.getByText('RustDesk is running').waitFor();
    await status.filter({ hasText: 'Your PC has looked again' }).waitFor();
    stand.set('ready');
    await atCrm();
    expect(complaints).toEqual([]);
  });

  test('lists every reason, those that lock first, and the time left for the others', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const reasons = [
      forbiddenProgram,
      { cause: 'vpn', code: 'tunnel-down', params: {}, effect: 'lock' } as const,
      { cause: 'os-patch', code: 'restart-pending', params: { days: 9 }, effect: 'deadline', until } as const,
    ];
    stand.set('locked', { reasons });
    await page.getByText('The VPN is not connected.').waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual([
      'AnyDesk is running and is not allowed while you work.',
      'The VPN is not connected.',
      'Fix this soon too',
      'Updates are installed but need a restart, for 9 days now.',
    ]);
    expect(await page.getByText('Fix by').textContent()).toMatch(/\d/);
  });

  test('after sign-out there is no way in, and no name left', async () => {
    await page.getByRole('button', { name: 'Sign this browser out' }).click();
    await page.getByText('This browser is not linked to a checked PC').waitFor();
    expect(await context.cookies()).toEqual([]);
  });

  test('when the session ends meanwhile, says how to open the CRM', async () => {
    await stand.gate.endSessions(anna);
    await page.getByText('This browser is not linked to a checked PC').waitFor();
    expect(complaints).toEqual([]);
  });
});

test('a PC that is not in contact: “check again” says so', async () => {
  stand.set('ready', { workstation: ben });
  await launch('/customers', ben);
  await atCrm();
  stand.set('locked', { workstation: ben });
  await page.goto(`${stand.origin}/customers`);
  await page.getByRole('button', { name: 'I fixed it, check again' }).click();
  await page.getByText('Shiftgate on this PC is not in contact.').waitFor();
  expect(complaints).toEqual([]);
});

test('without JavaScript the block page shows the reason and looks again by itself', async () => {
  await launch();
  await atCrm();
  const cookies = await context.cookies();
  await openPage({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  stand.set('locked');
  await page.goto(`${stand.origin}/customers`);
  expect(await page.locator('.hint noscript').isVisible()).toBe(true);
  expect(await page.locator('.hint').textContent()).toContain('This page looks again every 20 seconds.');
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(1);
});

test('through nginx, over https, the block page comes and goes by itself as well', async () => {
  const authorizer = await startAuthorizer(stand.gate);
  const crm = Number(new URL(stand.crm.url).port);
  const nginx = await startNginx({ console: authorizer.port, gate: stand.port, crm });
  stand.programs.set('acme', {
    id: 'acme',
    name: 'Acme Care',
    origins: [{ origin: nginx.origin, upstream: stand.crm.url }],
  });
  await openPage({ ignoreHTTPSErrors: true });
  await launch('/customers?page=2');
  await atCrm();
  stand.set('locked');
  await page.reload();
  await page.getByText('AnyDesk is running').waitFor();
  await page.getByRole('button', { name: 'I fixed it, check again' }).click();
  await until(() => stand.rechecked.length === 1, 'the recheck');
  stand.set('ready');
  await atCrm();
  const [cookie] = await context.cookies();
  expect([page.url(), cookie?.name, cookie?.secure, complaints]).toEqual([
    `${nginx.origin}/customers?page=2`,
    '__Host-shiftgate-gate',
    true,
    [],
  ]);
  await context.close();
  await nginx.close();
  await authorizer.close();
});

describe('every page is accessible', () => {
  const pages: [string, () => Promise<unknown>][] = [
    [
      'locked',
      async () => {
        await launch();
        await atCrm();
        const until = '2026-11-23T10:00:00.000Z';
        const soon = { cause: 'os-patch', code: 'restart-pending', params: { days: 9 }, effect: 'deadline', until };
        stand.set('locked', { reasons: [forbiddenProgram, { ...soon, cause: 'os-patch', effect: 'deadline' }] });
        await page.goto(`${stand.origin}/customers`);
      },
    ],
    ['not bound', () => page.goto(`${stand.origin}/customers`)],
    ['launch', () => page.goto(`${stand.origin}/.shiftgate/launch`)],
    ['not found', () => page.goto(`${stand.origin}/.shiftgate/nothing`)],
    ['no such host', () => page.goto(`http://localhost:${stand.port}/`)],
    [
      'CRM down',
      async () => {
        await launch();
        await atCrm();
        const entry = { id: 'acme', name: 'Acme Care' };
        stand.programs.set('acme', { ...entry, origins: [{ origin: stand.origin, upstream: 'http://127.0.0.1:9' }] });
        await page.goto(`${stand.origin}/customers`);
      },
    ],
  ];
  test.each(pages)('%s, light and dark, also on a narrow screen', async (_name, go) => {
    await openPage({ viewport: { width: 360, height: 740 } });
    await go();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes.map((node) => node.html)])).toEqual([]);
    }
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect([isTooWide, complaints]).toEqual([false, []]);
  });
});
