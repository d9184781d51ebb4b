import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { publish } from '../console/running-console.ts';
import { badFacts, goodFacts } from '../console/workstation-double.ts';
import { type ConnectedWorkstation, openStage, type Stage } from './browser.ts';

let stage: Stage;
let pc: ConnectedWorkstation;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  await publish(stage.console, 'name: P\nchecks:\n  software: { strategy: lock }\n  vpn: { strategy: observe }\n');
  pc = await stage.workstation('history-pc');
  const params = { id: pc.id };
  await pc.report({ software: badFacts().software });
  await stage.console.call(consoleRoutes.sendMessage, { params, body: { text: 'Please close AnyDesk, code 482 913' } });
  await pc.report({ software: goodFacts().software });
  await stage.console.call(consoleRoutes.lock, { params, body: { reason: 'Stolen from history-pc' } });
  await pc.report({ vpn: { readAt: new Date().toISOString(), cannotTell: 'timeout' } });
  page = await stage.signedIn({ acceptDownloads: true });
  page.setDefaultTimeout(10_000);
  await page.goto(`/workstations/${pc.id}`);
});
afterAll(() => stage?.close());

const entries = () => page.getByRole('region', { name: 'History' }).getByRole('listitem');

describe('one timeline', () => {
  it.each<[string, RegExp[]]>([
    ['facts, with the report that brought them', [/Facts reported/, /Software: running: AnyDesk/, /Report 2/]],
    [
      'decisions, with the version of the policy and the latency',
      [/Ready → Locked/, /policy version 2/, /In force \d+ ms after the PC saw it/],
    ],
    ['findings that are over', [/Locked → Ready/, /No longer a problem: Software\./]],
    ['findings that decide nothing', [/Findings changed/, /Cannot tell \(VPN\).*\(Noted only\)/]],
    ['what people did', [/Locked by hand/, /by command line/, /Stolen from history-pc/]],
    ['the latency of a lock by hand', [/Ready → Locked/, /In force .* after it was decided/]],
    ['messages', [/Message to the person/, /Please close AnyDesk/]],
  ])('shows %s', async (_what, patterns) => {
    const found = patterns.reduce((some, hasText) => some.filter({ hasText }), entries());
    await expect.poll(() => found.count()).toBeGreaterThan(0);
  });

  it('leads from facts to the report as it was signed', async () => {
    await entries().getByRole('link', { name: 'Report 2' }).click();
    await page.getByRole('dialog', { name: 'Report 2 of history-pc' }).getByText('Signed by the key').waitFor();
    expect(new URL(page.url()).search).toBe('?reports=2');
    await page.keyboard.press('Escape');
  });

  it('is taken along without secrets, under a name that says so', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export without secrets' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^history-ws_.*-without-secrets\.jsonl$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trim().split('\n').length).toBe((await entries().count()) + 1);
    expect(text).toContain('Stolen from this-pc');
    expect(text).not.toMatch(/482 913|history-pc/);
  });
});
