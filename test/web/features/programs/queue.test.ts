import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { enrol, makeDevice } from '../../../console/workstation-double.ts';
import { openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const { console } = stage;
  for (const hostName of ['good-pc', 'odd-pc', 'next-pc']) {
    await enrol(console.url, await console.code({ approval: true, person: 'Maria Lopez' }), makeDevice(), { hostName });
  }
  const shared = makeDevice();
  await enrol(console.url, await console.code(), shared, { hostName: 'clone-pc' });
  await enrol(console.url, await console.code(), { ...shared, machineId: 'another-machine' });
  page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
  await page.goto('/programs');
});
afterAll(() => stage?.close());

const dialog = () => page.getByRole('dialog');
const queue = () => page.getByRole('region', { name: 'Waiting for approval or quarantined' });
const revoked = () => page.getByRole('region', { name: 'Revoked keys' });

async function decide(button: string, reason: string) {
  await page.getByRole('button', { name: button }).click();
  await dialog().getByLabel('Reason').fill(reason);
  await dialog()
    .getByRole('button', { name: button.split(' ')[0] ?? '', exact: true })
    .click();
}

describe('the queue of enrolments', () => {
  it('says who waits, since when, for which program and with whose code', async () => {
    const row = queue().getByRole('row', { name: /good-pc/ });
    await row.getByText('Waits for approval').filter({ visible: true }).waitFor();
    const said = await row.innerText();
    expect(said).toMatch(/Maria Lopez[\s\S]*Sales[\s\S]*just now[\s\S]*command line/);
    expect(
      await queue()
        .getByRole('row', { name: /clone-pc/ })
        .innerText(),
    ).toContain('enrolled from another PC');
  });

  it('counts lead to the lists behind them', async () => {
    await queue().getByRole('link', { name: '3 wait for approval' }).click();
    await page.getByText('3 of 4 workstations').waitFor();
    expect(new URL(page.url()).searchParams.get('enrolment')).toBe('awaiting-approval');
    await page.goBack();
  });

  it('a PC that is approved may work, and leaves it', async () => {
    await decide('Approve good-pc', 'Expected today');
    await expect.poll(() => queue().getByText('good-pc').count()).toBe(0);
  });

  it('a PC that is refused stands among the revoked keys, with who did it and why', async () => {
    await page.getByRole('button', { name: 'Refuse odd-pc' }).click();
    await dialog().getByText('the office does not accept it').waitFor();
    await page.keyboard.press('Escape');
    await decide('Refuse odd-pc', 'Nobody of ours');
    const row = revoked().getByRole('row', { name: /odd-pc/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(
      /Maria Lopez[\s\S]*[\w-]{43}[\s\S]*Refused[\s\S]*Ines Adler[\s\S]*“Nobody of ours”/,
    );
    expect((await stage.console.call(routes.audit)).rows[0]).toMatchObject({ action: 'enrolment-refused' });
    await row.getByRole('link', { name: 'odd-pc' }).click();
    await page
      .getByText(/revoked/i)
      .first()
      .waitFor();
    await page.goBack();
  });

  it('a quarantine is released here too', async () => {
    await decide('Release clone-pc', 'A restored image');
    await expect.poll(() => queue().getByText('clone-pc').count()).toBe(0);
  });
});

it.each(['light', 'dark'] as const)(
  'programs in the %s look: axe finds nothing, also on a narrow screen',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await queue().getByText('next-pc').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  },
);
