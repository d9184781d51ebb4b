import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { publish } from '../console/running-console.ts';
import type { Drivers } from './driver.ts';
import { consent, type Office, openOffice, policy, waitForState } from './office.ts';
import { openStandIn } from './stand-in-driver.ts';

/** The real updater, fed by a real console; what it installs is a script that leaves a mark. */
describe('an update', { timeout: 60_000 }, () => {
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

  /** Puts a version into the console's data folder, as IT does with what the packager made. */
  function release(version: string, { broken = false } = {}): string {
    const folder = join(office.console.home, 'updates', version);
    mkdirSync(folder, { recursive: true });
    const name = `shiftgate-${version}-linux-x86_64.AppImage`;
    const program = `#!/bin/sh\n# version ${version}\nexit 0\n`;
    writeFileSync(join(folder, name), broken ? program.replace('exit 0', 'exit 1') : program);
    const sha512 = createHash('sha512').update(program).digest('base64');
    const size = Buffer.byteLength(program);
    writeFileSync(
      join(folder, 'latest-linux.yml'),
      `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${size}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-24T00:00:00.000Z'\n`,
    );
    return program;
  }
  const set = (version: string, state: 'held' | 'offered' | 'withdrawn', percent = 100) =>
    office.console.call(consoleRoutes.setRelease, { params: { version }, body: { state, percent } });

  async function setUp(person?: string) {
    const home = office.makeHome();
    mkdirSync(join(home, 'system', 'resources'), { recursive: true });
    writeFileSync(
      join(home, 'system', 'resources', 'app-update.yml'),
      'provider: generic\nurl: https://console.invalid\nupdaterCacheDirName: shiftgate-updater\n',
    );
    const appImage = join(home, 'shiftgate.AppImage');
    writeFileSync(appImage, '#!/bin/sh\n# the old one\n');
    chmodSync(appImage, 0o755);
    const tray = await drivers.start({ home, args: [await office.link(person)], appImage });
    const page = await tray.page();
    await consent(page);
    await waitForState(page, 'ready');
    return { home, tray, page, appImage };
  }
  const place = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const isFetched = (home: string, version: string) =>
    existsSync(join(home, 'cache', 'shiftgate-updater', 'pending', `shiftgate-${version}-linux-x86_64.AppImage`));
  const log = (home: string) => readFileSync(join(home, 'agent', 'tray.log'), 'utf8');

  it('that nobody has offered goes nowhere', async () => {
    release('1.0.0');
    const { rows } = await office.console.call(consoleRoutes.releases);
    expect(rows).toMatchObject([{ version: '1.0.0', state: 'held' }]);
    const { tray, home } = await setUp();
    await expect.poll(() => log(home)).toMatch(/Updates cannot be looked for|An update failed/);
    expect(isFetched(home, '1.0.0')).toBe(false);
    await tray.quit();
  });

  it('that is offered is fetched, shown, and installed when the person wants it', async () => {
    const program = release('1.0.0');
    await set('1.0.0', 'offered');
    const { tray, page, appImage } = await setUp();
    await place(page, 'More');
    await page.getByText('Version 1.0.0 is ready.').waitFor();
    expect(readFileSync(appImage, 'utf8')).toContain('the old one');
    await page.getByRole('button', { name: 'Restart and update now' }).click();
    expect(await tray.ended).toBe(0);
    expect(readFileSync(appImage, 'utf8')).toBe(program);
  });

  it('is installed at the end of a session otherwise', async () => {
    const { tray, page, appImage } = await setUp();
    await place(page, 'More');
    await page.getByText('Version 1.0.0 is ready.').waitFor();
    await tray.quit();
    expect(readFileSync(appImage, 'utf8')).toContain('version 1.0.0');
  });

  it('that was withdrawn after it was fetched is not installed, neither by hand nor at the end', async () => {
    await set('1.0.0', 'offered');
    const { tray, page, appImage } = await setUp();
    await place(page, 'More');
    await page.getByText('Version 1.0.0 is ready.').waitFor();
    await set('1.0.0', 'withdrawn');
    await page.getByRole('button', { name: 'Restart and update now' }).click();
    await page.getByText('This version is not offered any more.').waitFor();
    await tray.quit();
    expect(readFileSync(appImage, 'utf8')).toContain('the old one');
  });

  it('is not installed in the middle of a call', async () => {
    await set('1.0.0', 'offered');
    const { tray, page, appImage } = await setUp('Ada Obi');
    await place(page, 'More');
    await page.getByText('Version 1.0.0 is ready.').waitFor();
    await office.console.call(consoleRoutes.callState, { body: { person: 'Ada Obi', state: 'on-call' } });
    const child = office.startForbidden();
    await place(page, 'Today');
    await waitForState(page, 'draining');
    await place(page, 'More');
    await page.getByRole('button', { name: 'Restart and update now' }).click();
    await page.getByText('You are on a call. The update installs itself afterwards.').waitFor();
    await tray.quit();
    expect(readFileSync(appImage, 'utf8')).toContain('the old one');
    child.kill('SIGKILL');
    await publish(office.console, policy);
  });

  it('that arrives changed is refused', async () => {
    release('1.0.1', { broken: true });
    await set('1.0.1', 'offered');
    const { tray, home, appImage } = await setUp();
    await expect.poll(() => log(home)).toMatch(/sha512 checksum mismatch/);
    await tray.quit();
    expect(readFileSync(appImage, 'utf8')).toContain('the old one');
    await set('1.0.1', 'withdrawn');
  });

  it('that is older than what runs is left alone', async () => {
    await set('1.0.0', 'withdrawn');
    release('0.0.9');
    await set('0.0.9', 'offered');
    const { tray, home } = await setUp();
    await expect.poll(() => log(home)).toMatch(/Update for version 0\.1\.0 is not available \(latest version: 0\.0\.9/);
    expect(isFetched(home, '0.0.9')).toBe(false);
    await tray.quit();
  });

  it('for a share of the workstations says so to each, which knows whether it belongs to it', async () => {
    release('1.1.0');
    await set('1.1.0', 'offered', 25);
    const answer = await fetch(`${office.console.localUrl}/agent/v1/updates/latest-linux.yml`);
    expect(await answer.text()).toMatch(/^version: 1\.1\.0$[\s\S]*^stagingPercentage: 25$/m);
    const { tray, home } = await setUp();
    // The share that this PC has drawn is in the log, and what it did fits.
    await expect.poll(() => log(home)).toMatch(/Staging percentage: 0\.25, percentage: [\d.]+/);
    const share = Number(/percentage: 0\.25, percentage: ([\d.]+)/.exec(log(home))?.[1]);
    if (share < 0.25) await expect.poll(() => isFetched(home, '1.1.0')).toBe(true);
    else expect(isFetched(home, '1.1.0')).toBe(false);
    await tray.quit();
  });

  it('is on record with who offered, held and withdrew it', async () => {
    const { rows } = await office.console.call(consoleRoutes.audit, { query: { limit: 200 } });
    const acts = new Set(rows.map(({ action }) => action).filter((action) => action.startsWith('release-')));
    expect(acts).toEqual(new Set(['release-offered', 'release-withdrawn']));
  });

  it.each(['../keys.json', '..%2fkeys.json', 'rollout.json', 'latest.yml.bak', 'console.json'])(
    'the feed does not give %s away',
    async (name) => {
      const answer = await fetch(`${office.console.localUrl}/agent/v1/updates/${name}`);
      expect(answer.status).toBe(404);
    },
  );
});
