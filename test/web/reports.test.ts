import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReports, tamper } from '../console/reports/tampering.ts';
import { badFacts, goodFacts } from '../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from './browser.ts';

let stage: Stage;
let pc: ConnectedWorkstation;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  pc = await stage.workstation('signing-pc');
  await pc.report(badFacts());
  for (let index = 0; index < 4; index += 1) await pc.report({ vpn: goodFacts().vpn });
  page = await stage.signedIn({ acceptDownloads: true });
  page.setDefaultTimeout(10_000);
});
afterAll(() => stage?.close());

const panel = () => page.getByRole('region', { name: 'Signed reports' });
const row = (seq: number) =>
  panel()
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Open report ${seq}`, exact: true }) });
const verify = () => panel().getByRole('button', { name: 'Verify here' }).click();

/** Saves what a link of the dialog downloads, under the name it has. */
async function saved(folder: string, link: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('link', { name: link }).click(),
  ]);
  await download.saveAs(join(folder, download.suggestedFilename()));
}

describe('signed reports', () => {
  it('are shown on demand, with what each brought, and verified in the browser', async () => {
    await page.goto(`/workstations/${pc.id}`);
    await panel().getByRole('button', { name: 'Show' }).click();
    await row(6).getByText('VPN').first().waitFor();
    expect(await row(6).innerText()).toContain('Not verified');
    expect(new URL(page.url()).search).toBe('?reports=all');
    await verify();
    await panel().getByText('6 reports, every one genuine, in a chain without a gap').waitFor();
    await panel().getByText('Whoever administers the PC can make its agent lie.').waitFor();
    for (let seq = 1; seq <= 6; seq += 1) expect(await row(seq).innerText()).toContain('Proved');
  });

  it('open by a link, readable as they were sent', async () => {
    await page.goto(`/workstations/${pc.id}?reports=2`);
    const dialog = page.getByRole('dialog', { name: 'Report 2 of signing-pc' });
    await dialog.getByText('Signed by the key that this PC enrolled with').waitFor();
    expect(await dialog.getByRole('region', { name: 'Header' }).innerText()).toContain('"alg": "ES256"');
    expect(await dialog.getByRole('region', { name: 'Payload' }).innerText()).toContain('"id": "anydesk"');
  });

  it('can be checked by anybody with another tool, as the page says', async () => {
    // Below the project, so that the program finds jose.
    const folder = await mkdtemp(join(import.meta.dirname, '../../node_modules/.shiftgate-jose-'));
    await page.goto(`/workstations/${pc.id}?reports=2`);
    const dialog = page.getByRole('dialog');
    await saved(folder, 'Download the report (.jws)');
    await saved(folder, 'Download the key (.jwk)');
    const [program = ''] = await dialog.getByRole('region', { name: 'Check it' }).locator('pre').allInnerTexts();
    await writeFile(join(folder, 'check.mjs'), program);
    const { stdout } = await promisify(execFile)(process.execPath, ['check.mjs'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ workstation: pc.id, seq: 2 });
    const [command = ''] = await dialog.getByRole('region', { name: 'Check it' }).locator('p code').allInnerTexts();
    const hash = await promisify(execFile)('sh', ['-c', command], { cwd: folder });
    await rm(folder, { recursive: true });
    await page.goto(`/workstations/${pc.id}?reports=3`);
    await page.getByRole('dialog', { name: 'Report 3' }).getByText(`"prev": "${hash.stdout.trim()}"`).waitFor();
  });

  it('that never were are not made up', async () => {
    await page.goto(`/workstations/${pc.id}?reports=77`);
    await page.getByText('Report 77 is not kept here').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('?reports=all');
  });

  it('that somebody changed on the disk are told from those that are missing', async () => {
    await stage.restart(async () => tamper(stage.console.home, changeReports(3, 5)));
    await page.goto(`/workstations/${pc.id}?reports=all`);
    await verify();
    await panel().getByRole('alert').getByText('5 reports: 1 broken, 2 with a gap before them').waitFor();
    expect(await row(3).innerText()).toContain('Broken');
    expect(await row(6).innerText()).toContain('Gap before it');
    await page.goto(`/workstations/${pc.id}?reports=6`);
    await page.getByText('1 report before it is missing: lost, refused or left out.').waitFor();
    await page.goto(`/workstations/${pc.id}?reports=3`);
    await page.getByText('the report was changed after it was signed').waitFor();
  });

  it('cannot be verified on a page that came over plain http, and the page says what to do', async () => {
    // What a browser leaves out of such a page: this machine itself always counts as safe.
    await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
    await page.goto(`/workstations/${pc.id}?reports=all`);
    await panel().getByText('This page cannot verify signatures').waitFor();
    expect(await panel().getByRole('button', { name: 'Verify here' }).isDisabled()).toBe(true);
  });
});
