import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../chromium.ts';
import type { Running } from './processes.ts';
import { editPolicy, freePorts, makeHome, startProgramNamed, startTry } from './shiftgate.ts';
import { createTunnel } from './tunnel.ts';

/** What the README promises to somebody who has just typed `npm start`, in the order of the README. */
describe('a newcomer', () => {
  const home = makeHome();
  let running: Running;
  let browser: Browser;
  let crm: Page;
  let port: number;

  const heading = () => crm.getByRole('heading', { level: 1 }).first().textContent();
  const body = () => crm.locator('main').textContent();
  const seesCustomers = () => expect.poll(heading, { timeout: 5_000 }).toBe('Customers');
  const seesBlock = (why: RegExp) => expect.poll(body, { timeout: 5_000 }).toMatch(why);

  beforeAll(async () => {
    port = await freePorts();
    running = startTry(home.path, port);
    browser = await openBrowser();
    crm = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await running.interrupt();
    home.remove();
  });

  it('sees the links, and the posture and access of this very machine', async () => {
    await running.line(/^ {2}Sign in {2}http:\S+first\?token=\S+$/m);
    await running.line(/^ {2}CRM {6}http:\S+#t=\S+$/m);
    await running.line(/– not applicable +Wi-Fi security: This PC uses a network cable, not Wi-Fi\./);
    const [access] = await running.line(/(Ready|Fix soon) .*$/m);
    expect(access).not.toMatch(/Locked/);
  });

  it('opens the CRM and sees its two live streams tick', async () => {
    const [, link] = await running.line(/^ {2}CRM {6}(http:\S+)$/m);
    await crm.goto(link ?? '');
    await seesCustomers();
    for (const stream of ['queue', 'activity']) {
      await expect
        .poll(() => crm.locator(`[data-live=${stream}]`).textContent(), { timeout: 5_000 })
        .toMatch(/waiting|called/);
    }
  });

  it('is refused while AnyDesk runs, and let back in without reloading', async () => {
    const closed = crm.waitForEvent('websocket').then((socket) => socket.waitForEvent('close'));
    await crm.reload();
    const anydesk = startProgramNamed('anydesk', home.path);
    await seesBlock(/AnyDesk is running/);
    await closed;
    const answer = await crm.request.get(`http://localhost:${port + 1}/customers/10241`);
    expect(answer.status()).toBe(403);
    expect(await body()).toMatch(/Quit AnyDesk completely/);
    await crm.getByRole('button', { name: /check again/ }).click();
    await seesBlock(/Your PC has looked again, and the reason is still there/);
    await anydesk.stop();
    await seesCustomers();
    await running.line(/Locked .*AnyDesk is running.*\(\d+ ms from observation to gate\)/);
  });

  it('is told the line of a mistake in the policy, and the policy before stays in force', async () => {
    editPolicy(home.path, 'strategy: lock', 'strategy: block');
    await running.line(
      /line 18, checks.software.strategy: "block" is not possible here\. Write one of: observe, advise, deadline, lock\./,
    );
    editPolicy(home.path, 'strategy: block', 'strategy: lock');
    await running.line(/Policy version \d+ is in force/);
    expect(await heading()).toBe('Customers');
  });

  it('needs a VPN as soon as the policy requires one, and a real tunnel satisfies it', async () => {
    const tunnel = createTunnel();
    editPolicy(home.path, 'required: false', 'required: true');
    await seesBlock(/The VPN is not connected/);
    await tunnel.up();
    await seesCustomers();
    await tunnel.down();
    await seesBlock(/The VPN is not connected/);
    editPolicy(home.path, 'required: true', 'required: false');
    await seesCustomers();
    await tunnel.close();
  });

  it('plays helpdesk: locks by hand, lifts the lock, and excuses a check for a while', async () => {
    const [, link] = await running.line(/^ {2}Sign in {2}(http:\S+)$/m);
    const desk = await browser.newPage({ locale: 'en-GB' });
    await desk.goto(link ?? '');
    await desk.getByLabel('Your name').fill('Ines');
    await desk.getByLabel('Password', { exact: true }).fill('four words are long');
    await desk.getByRole('button', { name: 'Create owner' }).click();
    await desk.getByRole('link', { name: 'Workstations' }).click();
    await desk.getByRole('row', { name: /Ready/ }).click();
    await desk.getByText('This PC uses a network cable, not Wi-Fi.').waitFor();

    await desk.getByRole('button', { name: 'Lock', exact: true }).click();
    await desk.getByLabel('Reason').fill('Laptop reported lost');
    await desk.getByRole('button', { name: 'Lock now' }).click();
    await seesBlock(/Locked by Ines: Laptop reported lost/);
    await desk.getByRole('button', { name: 'Lift lock' }).click();
    await seesCustomers();

    await desk.getByRole('button', { name: 'Excuse' }).click();
    const dialog = desk.getByRole('dialog', { name: /Excuse/ });
    await dialog.getByRole('checkbox', { name: 'Software' }).check();
    await dialog.getByRole('checkbox', { name: /Go without the code/ }).check();
    await dialog.getByLabel('Reason').fill('The vendor repairs the headset');
    await dialog.getByRole('button', { name: 'Excuse' }).click();
    const anydesk = startProgramNamed('anydesk', home.path);
    await desk
      .getByText(/AnyDesk is running/)
      .first()
      .waitFor();
    expect(await heading()).toBe('Customers');
    await desk.getByRole('button', { name: 'End now' }).click();
    await seesBlock(/AnyDesk is running/);
    await anydesk.stop();
    await seesCustomers();
    await desk.close();
  });

  it('is locked by the rule about updates when the policy says so', async () => {
    // Whatever this machine's packages are: a version that nobody has yet is above it.
    editPolicy(
      home.path,
      'endOfLife: long-term',
      'endOfLife: long-term\n    minimum: { debian: "99", ubuntu: "99.04" }',
    );
    editPolicy(home.path, 'strategy: deadline', 'strategy: lock');
    await seesBlock(/is older than your team allows \(at least 99/);
    editPolicy(home.path, /\n +minimum: \{ debian.*/, '');
    await seesCustomers();
  });

  it('ends with Ctrl-C and goes on with the same data', async () => {
    expect(await running.interrupt()).toBe(0);
    const before = running.printed();
    running = startTry(home.path, port);
    await running.line(/^ {2}CRM {6}http:\S+$/m);
    expect(running.printed()).not.toContain('Enrolled');
    expect(before).toContain('Enrolled');
    await crm.goto(`http://localhost:${port + 1}/`);
    await seesCustomers();
  });
});
