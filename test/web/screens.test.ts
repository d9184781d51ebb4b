import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { TestConsole } from '../console/running-console.ts';
import { badFacts, DoubleWorkstation, enrol, makeDevice } from '../console/workstation-double.ts';
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
  await (await stage.workstation('also-pc')).report(badFacts());
  const other = await stage.workstation('other-pc');
  const at = new Date().toISOString();
  other.socket.send({ type: 'help', id: randomUUID(), at, asks: 'help', text: 'My headset is mute.' });
  locked = `/workstations/${pc.id}`;
  await tripBreaker(stage.console);
  const csv = 'name,external id,language,programs\nAmina Otieno,E1,sw,sales\nJoy Reyes,E2,,care\n';
  await stage.console.call(consoleRoutes.importPeople, { body: { csv, preview: false } });
});
afterAll(() => stage?.close());

/** A second program, whose breaker holds two workstations back. */
async function tripBreaker(console: TestConsole): Promise<void> {
  const params = { id: 'care' };
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(consoleRoutes.putProgram, { params, body: { name: 'Customer care', origins } });
  const text = 'name: Care\nbreaker: { share: 10, atLeast: 2 }\nchecks:\n  software: { strategy: lock }\n';
  await console.call(consoleRoutes.putPolicy, { params, body: { text } });
  for (const hostName of ['care-1', 'care-2']) {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code({ program: 'care' }), device);
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    const { socket } = await pc.connect(console.url, { hostName });
    socket.send({ type: 'report', jws: pc.report(badFacts()) });
    await socket.next('ack');
  }
}

/** The same screen once something on it was pressed, and what then appears. */
function after(screen: Omit<Screen, 'open'>, button: string | RegExp, appears: (page: Page) => Locator): () => Screen {
  return () => ({
    ...screen,
    async open(page) {
      await page.getByRole('button', { name: button }).first().click();
      await appears(page).waitFor();
    },
  });
}

const triage = { path: '/triage', shows: 'Cannot work now' };
const policy = (view: string) => `/programs/care/policy?view=${view}`;
const inDialog = (page: Page) => page.getByRole('dialog');
const inMenu = (page: Page) => page.getByRole('menu');

const dialog = (page: Page) => page.getByRole('dialog').waitFor();
const screens: Readonly<Record<string, () => Screen>> = {
  'sign-in': () => ({ path: '/sign-in', shows: 'Password' }),
  'used first link': () => ({ path: '/first', shows: 'This link no longer works' }),
  triage: () => triage,
  'acts of a row': after(triage, 'More for screen-pc', inMenu),
  'acts upon a group': after(triage, /^All 2: act on/, inMenu),
  'answer to a person': after(triage, 'Answer other-pc', inDialog),
  'message to a person': after(triage, 'Message to screen-pc', inDialog),
  'lock of many': () => ({
    ...triage,
    async open(page) {
      await page
        .getByRole('button', { name: /^All 2: act on/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Lock…' }).click();
      await dialog(page);
    },
  }),
  'triage without a hit': () => ({ path: '/triage?search=nobody', shows: 'Nobody fits' }),
  overview: () => ({ path: '/overview', shows: 'Top causes' }),
  'transitions behind a figure': () => ({ path: '/overview?latency=lock', shows: 'screen-pc' }),
  people: () => ({ path: '/people', shows: 'Amina Otieno' }),
  evidence: () => ({ path: '/evidence', shows: 'PCI DSS' }),
  'policy as a form': () => ({ path: policy('form'), shows: 'What the person sees' }),
  plan: after({ path: policy('plan'), shows: 'Work out the plan' }, 'Work out the plan', (page) =>
    page.getByText('If it were published now'),
  ),
  'history of a policy': () => ({ path: policy('history'), shows: 'A version is never changed' }),
  'tripped breaker': () => ({ path: policy('breaker'), shows: 'care-2' }),
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
      await page.getByRole('button', { name: 'Enrol a PC for Sales' }).click();
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

/** What axe looks for in the dark too: nothing else depends on the look. */
const colours = ['color-contrast', 'link-in-text-block'];

async function complaintsOfAxe(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await stage.signedIn({ colorScheme, reducedMotion: 'reduce' });
    page.on('console', (message) => complaints.push(message.text()));
  });
  beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));

  if (colorScheme === 'light') {
    it.each(Object.keys(screens))(
      '%s: axe finds nothing, and nothing is cut off at four times the size',
      async (name) => {
        await show(page, name);
        expect(await complaintsOfAxe(page)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        // An open menu follows the new width a moment later.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
          .toBeLessThanOrEqual(0);
      },
    );
  } else {
    it.each(Object.keys(screens))('%s: its colours can be told apart', async (name) => {
      await show(page, name);
      expect(await complaintsOfAxe(page, colours)).toEqual([]);
    });
  }

  it('no screen breaks the content security policy', () => {
    expect(complaints.filter((text) => /content security policy/i.test(text))).toEqual([]);
  });
});
