import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badFacts } from '../console/workstation-double.ts';
import { openStage, type Stage } from './browser.ts';

interface Screen {
  path: string;
  /** Something that stands on the screen only once it is complete. */
  shows: string;
  /** Opens what the screen keeps closed at first. */
  open?: (page: Page) => Promise<void>;
}

let stage: Stage;
let locked = '';
beforeAll(async () => {
  stage = await openStage();
  const pc = await stage.workstation('screen-pc');
  await pc.report(badFacts());
  await stage.workstation('other-pc');
  locked = `/workstations/${pc.id}`;
});
afterAll(() => stage?.close());

const dialog = (page: Page) => page.getByRole('dialog').waitFor();
const screens: Readonly<Record<string, () => Screen>> = {
  'sign-in': () => ({ path: '/sign-in', shows: 'Password' }),
  'used first link': () => ({ path: '/first', shows: 'This link no longer works' }),
  'list of workstations': () => ({ path: '/workstations', shows: 'screen-pc' }),
  'list with its filters': () => ({
    path: '/workstations?vpn=none&sort=person',
    shows: 'screen-pc',
    async open(page) {
      await page.getByRole('button', { name: 'Filters', exact: true }).click();
      await page.getByLabel('Contact').waitFor();
    },
  }),
  'list without a hit': () => ({ path: '/workstations?search=nobody', shows: 'No workstation fits' }),
  'one workstation': () => ({ path: locked, shows: 'What was read' }),
  'signed reports': () => ({
    path: `${locked}?reports=all`,
    shows: 'names the one before it',
    async open(page) {
      await page.getByRole('button', { name: 'Verify here' }).click();
      await page.getByText('every one genuine').waitFor();
    },
  }),
  'one signed report': () => ({
    path: `${locked}?reports=2`,
    shows: 'Signed by the key',
    open: dialog,
  }),
  'lock dialog': () => ({
    path: locked,
    shows: 'What was read',
    async open(page) {
      await page.keyboard.press('l');
      await dialog(page);
    },
  }),
  'excuse dialog': () => ({
    path: locked,
    shows: 'What was read',
    async open(page) {
      await page.keyboard.press('e');
      await dialog(page);
    },
  }),
  programs: () => ({ path: '/programs', shows: 'Enrol a PC' }),
  'enrolment code': () => ({
    path: '/programs',
    shows: 'Enrol a PC',
    async open(page) {
      await page.getByRole('button', { name: 'Enrol a PC' }).click();
      await page.getByRole('button', { name: 'Make the code' }).click();
      await page.getByText('Code, to be typed').waitFor();
    },
  }),
  'policy with a mistake': () => ({
    path: '/programs/sales/policy',
    shows: 'Policy of Sales',
    async open(page) {
      await page.getByLabel('Policy as YAML').fill('name: 1');
      await page.getByText('1 problem').waitFor();
    },
  }),
  audit: () => ({ path: '/audit', shows: 'Details' }),
  sessions: () => ({ path: '/sessions', shows: 'This one' }),
  account: () => ({ path: '/account', shows: 'Authenticator app' }),
  'new authenticator app': () => ({
    path: '/account',
    shows: 'Authenticator app',
    async open(page) {
      await page.getByRole('button', { name: 'Add an app' }).click();
      await page.getByRole('img', { name: 'Code for the camera of the app' }).waitFor();
    },
  }),
  operators: () => ({ path: '/operators', shows: 'Ines Adler' }),
  'everybody’s sessions': () => ({ path: '/operators?tab=sessions', shows: 'This one' }),
  tokens: () => ({ path: '/operators?tab=tokens', shows: 'No token' }),
  'single sign-on': () => ({ path: '/operators?tab=single-sign-on', shows: 'Redirect address' }),
  rules: () => ({ path: '/operators?tab=rules', shows: 'Everybody needs a second factor' }),
  invitation: () => ({
    path: '/operators',
    shows: 'Ines Adler',
    async open(page) {
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByLabel('Name').waitFor();
    },
  }),
  'account menu': () => ({
    path: '/workstations',
    shows: 'screen-pc',
    async open(page) {
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    },
  }),
  'unknown page': () => ({ path: '/nowhere', shows: 'There is no such page' }),
};

async function show(page: Page, name: string): Promise<void> {
  const screen = screens[name]!();
  await page.goto(screen.path);
  await page.getByText(screen.shows).first().waitFor();
  await screen.open?.(page);
}

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await stage.signedIn({ colorScheme, reducedMotion: 'reduce' });
    page.on('console', (message) => complaints.push(message.text()));
  });
  beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));

  it.each(Object.keys(screens))(
    '%s: axe finds nothing, and nothing is cut off at four times the size',
    async (name) => {
      await show(page, name);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      await page.setViewportSize({ width: 320, height: 640 });
      expect(found).toEqual([]);
      // An open menu follows the new width a moment later.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
    },
  );

  it('no screen breaks the content security policy', () => {
    expect(complaints.filter((text) => /content security policy/i.test(text))).toEqual([]);
  });
});
