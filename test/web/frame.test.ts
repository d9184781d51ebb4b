import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { Role } from '../../shared/protocol/rights.ts';
import { badFacts } from '../console/workstation-double.ts';
import { administrator, openStage, type Stage } from './browser.ts';

let stage: Stage;
let pc = '';
beforeAll(async () => {
  stage = await openStage();
  const { id, report } = await stage.workstation('roles-pc');
  pc = `/workstations/${id}`;
  await report(badFacts());
  await stage.console.call(consoleRoutes.lock, { params: { id }, body: { reason: 'Held for the test' } });
});
afterAll(() => stage?.close());

const go = (page: Page, place: string) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();

describe('a part of the page that cannot be fetched', () => {
  it('while the console is away: says so in its own words, and comes with the next try', async () => {
    const page = await stage.signedIn();
    const broken: Error[] = [];
    page.on('pageerror', (error) => broken.push(error));
    await page.goto('/workstations');
    await page.getByText('Live', { exact: true }).waitFor();
    const retry = page.getByRole('button', { name: 'Try again' });
    await stage.restart(async () => {
      await go(page, 'Programs');
      await page.getByText('This part of the page could not be fetched').waitFor();
      await retry.click();
      await page.getByText('This part of the page could not be fetched').waitFor();
    });
    await expect.poll(() => retry.isEnabled()).toBe(true);
    await retry.click();
    await page.getByRole('heading', { name: 'Programs' }).waitFor();
    expect(broken).toEqual([]);
    await page.close();
  });

  it('after an update of the console: the page reloads by itself at the same address, and not for ever', async () => {
    const page = await stage.signedIn();
    await page.goto('/workstations');
    await page.getByText('Live', { exact: true }).waitFor();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const gone = (url: URL) => /\/assets\/programs-page-/.test(url.pathname);
    await page.route(gone, (route) => route.fulfill({ status: 404 }));
    await page.route(
      (url) => url.pathname === '/',
      (route) => route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/newer.js">' }),
    );
    await go(page, 'Programs');
    await expect.poll(() => loads).toBe(1);
    await page.getByText('This part of the page could not be fetched').waitFor();
    await page.unroute(gone);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Programs' }).waitFor();
    expect([new URL(page.url()).pathname, loads]).toEqual(['/programs', 2]);
    await page.close();
  });
});

/** A page of somebody new with that role. */
async function invited(role: Role): Promise<Page> {
  const { link } = await stage.console.call(consoleRoutes.invite, { body: { name: `The ${role}`, role } });
  const page = await stage.stranger();
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

/** Names of the buttons that a screen offers, without those that only show or sort something. */
async function buttonsOf(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('main')
    .getByRole('button', { disabled: false })
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''));
  return [...new Set(names)].filter((name) => !/^(?:Show|Hide|Copy|Verify here)/.test(name)).sort();
}

const everywhere = ['Overview', 'People', 'Programs', 'Workstations'];
const helping = ['Check now', 'Excuse', 'Write a note'];
const deciding = ['Lift', 'Lift lock', 'More actions'];
const offered: Readonly<Record<Role, { places: string[]; workstation: string[]; closed: string[] }>> = {
  owner: {
    places: [...everywhere, 'Audit', 'Evidence', 'Operators', 'Triage'],
    workstation: [...helping, ...deciding],
    closed: [],
  },
  'policy-author': {
    places: [...everywhere, 'Audit', 'Evidence'],
    workstation: ['More actions'],
    closed: ['/triage', '/operators'],
  },
  supervisor: {
    places: [...everywhere, 'Triage'],
    workstation: [...helping, ...deciding],
    closed: ['/audit', '/evidence', '/operators'],
  },
  helpdesk: {
    places: [...everywhere, 'Triage'],
    workstation: helping,
    closed: ['/audit', '/evidence', '/operators'],
  },
  auditor: {
    places: [...everywhere, 'Audit', 'Evidence'],
    workstation: [],
    closed: ['/triage', '/operators'],
  },
};

describe.each(Role.options)('%s', (role) => {
  let page: Page;
  beforeAll(async () => {
    page = await invited(role);
  });
  afterAll(() => page?.close());

  it('sees the places that are for this role', async () => {
    const links = await page.getByRole('navigation').getByRole('link').allInnerTexts();
    expect(links.map((text) => text.trim()).sort()).toEqual([...offered[role].places].sort());
  });

  it('is offered on a workstation what this role may do', async () => {
    await page.goto(pc);
    await page.getByText('Held for the test').first().waitFor();
    await page.getByText('Nobody has written yet.').waitFor();
    expect(await buttonsOf(page)).toEqual([...offered[role].workstation].sort());
  });

  it('is offered on the programs and their policies what this role may do', async () => {
    const may = role === 'owner' || role === 'policy-author';
    await page.goto('/programs');
    await page.getByRole('link', { name: 'Policy', exact: true }).waitFor();
    expect(await buttonsOf(page)).toEqual(may ? ['Edit Sales', 'Enrol a PC for Sales', 'New program'] : []);
    await page.goto('/programs/sales/policy?view=history');
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs).toHaveLength(may ? 5 : 3);
    expect(await page.getByRole('button', { name: 'Publish…' }).count()).toBe(may ? 1 : 0);
  });

  it('is offered on the people what this role may do', async () => {
    const may = role === 'owner' || role === 'policy-author';
    await page.goto('/people');
    await page.getByText('No calendar').or(page.getByLabel('Sales')).waitFor();
    await page.getByText('No group yet').waitFor();
    const offer = ['Add a person', 'Import people', 'Import shifts', 'New group'];
    expect(await buttonsOf(page)).toEqual(may ? offer : []);
  });

  it('is told calmly that another place is not for this role', async () => {
    const { closed } = offered[role];
    const told: string[] = [];
    for (const path of closed) {
      await page.goto(path);
      await page.getByText('Not for your role').waitFor();
      if ((await page.getByRole('button', { name: 'Try again' }).count()) === 0) told.push(path);
    }
    expect(told).toEqual(closed);
  });
});
