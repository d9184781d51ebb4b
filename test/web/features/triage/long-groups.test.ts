import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { brands } from '../../../bench/fleet/programs.ts';
import { generateFleet } from '../../../bench/fleet-generator.ts';
import { openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
let key = '';
let total = 0;

/** Locks everybody whose traffic goes through no VPN: hundreds with the same cause. */
const strict = 'name: Strict\nbreaker:\n  share: 100\nchecks:\n  vpn: { strategy: lock, required: true, route: any }\n';

beforeAll(async () => {
  stage = await openStage({ fill: (home) => generateFleet(home, { size: 900 }) });
  for (const { id } of brands)
    await stage.console.call(consoleRoutes.putPolicy, { params: { id }, body: { text: strict } });
  page = await stage.signedIn({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  const { sections } = await stage.console.call(consoleRoutes.triage, {});
  const [largest] = sections
    .flatMap(({ section, groups }) => (section === 'cannot-work' ? groups : []))
    .sort((left, right) => right.workstations - left.workstations);
  key = largest?.key ?? '';
  total = largest?.workstations ?? 0;
}, 120_000);
afterAll(() => stage?.close());

const rows = () => page.locator('tr[data-member]');
const focusedRow = () => page.evaluate(() => document.activeElement?.closest('tr')?.dataset['index']);
const groupLine = () => page.getByRole('button', { name: new RegExp(`^${total} workstations`) });
const people = async (offset: number) => {
  const query = { section: 'cannot-work', group: key, offset, limit: 1 } as const;
  const [row] = (await stage.console.call(consoleRoutes.triageRows, { query })).rows;
  return row?.person ?? '';
};

describe('a group of hundreds', () => {
  it('opens by its line, draws only who is in sight, and stands in the address', async () => {
    expect(total).toBeGreaterThan(150);
    await page.goto('/triage');
    await groupLine().click();
    await page.waitForURL(/open=/);
    await rows().nth(8).waitFor();
    expect(await rows().count()).toBeLessThan(60);
    expect(new URL(page.url()).searchParams.get('open')).toBe(key);
    await page.reload();
    await rows().first().waitFor();
    expect(await groupLine().getAttribute('aria-expanded')).toBe('true');
  });

  it('shows any of them by the scroll bar, in the order of the console', async () => {
    await page.locator('tr[data-index="0"]').waitFor();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const at = await page.waitForFunction(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('tr[data-member][data-index]')];
      const row = seen.find((one) => one.getBoundingClientRect().top > 100);
      return Number(row?.dataset['index']) > 100 && row?.dataset['index'];
    });
    const index = Number(await at.jsonValue());
    const expected = await people(index);
    await page.locator(`tr[data-index="${index}"]`).getByRole('link', { name: expected }).waitFor();
    expect(await rows().count()).toBeLessThan(60);
  });

  it('is walked through by keyboard past the end of a page; a row is chosen by a key and stays so out of sight', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.locator('tr[data-index="0"] [data-row-link]').focus();
    await page.keyboard.press('x');
    for (let step = 0; step < 110; step += 1) await page.keyboard.press('j');
    await expect.poll(focusedRow).toBe('110');
    const expected = await people(110);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(expected);
    await page.keyboard.press('x');
    await page.getByText('2 workstations selected').waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
  });

  it('is acted upon as a whole, whoever of it has been drawn', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByRole('button', { name: new RegExp(`^All ${total}: act on`) }).click();
    await page.getByRole('menuitem', { name: 'Message…' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Please connect the VPN.');
    await page.getByRole('button', { name: `Send to ${total} workstations` }).click();
    await page.getByText(`${total} workstations messaged.`).waitFor({ timeout: 20_000 });
    const { rows: audit } = await stage.console.call(consoleRoutes.audit, { query: { action: 'bulk-action' } });
    expect(audit[0]?.detail).toMatchObject({ do: 'message', workstations: total, done: total });
  });

  it('closes again', async () => {
    await groupLine().click();
    await page.locator('tr[data-index]').first().waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('open=');
  });
});
