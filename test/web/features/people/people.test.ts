import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFacts } from '../../../console/workstation-double.ts';
import { openStage, type Stage } from '../../browser.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  page = await stage.signedIn();
  page.setDefaultTimeout(10_000);
});
afterAll(() => stage?.close());

const file = (text: string) => ({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const dialog = () => page.getByRole('dialog');

async function choose(text: string) {
  // The button opens the system's own dialog.
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog().getByRole('button', { name: 'File', exact: true }).click(),
  ]);
  await chooser.setFiles(file(text));
}

describe('people', () => {
  it('says what is missing while nobody is known', async () => {
    await page.goto('/people');
    await page.getByText('Nobody is known yet').waitFor();
    expect(await page.getByRole('link', { name: 'People' }).count()).toBe(1);
  });

  it('names each wrong line and imports nothing of such a file', async () => {
    await page.getByRole('button', { name: 'Import people' }).first().click();
    await choose('name,language,time zone,programs\nAmina Otieno,sw,Africa/Nairobi,sales\nBrian,xx,Mars/Base,sales\n');
    await dialog().getByText('Line 3, language:').waitFor();
    await dialog().getByText('Line 3, time zone:').waitFor();
    expect(await dialog().getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  });

  it('shows what a file would do, and does it when told', async () => {
    await choose('name,language,time zone,programs\nAmina Otieno,sw,Africa/Nairobi,sales\nBrian Mensah,en,,sales\n');
    await dialog().getByText('2 lines: 2 new.').waitFor();
    expect(await page.getByRole('row', { name: /Amina/ }).count()).toBe(0);
    await dialog().getByRole('button', { name: 'Import 2 lines' }).click();
    await page.getByRole('row', { name: /Amina Otieno.*Kiswahili.*Africa\/Nairobi/ }).waitFor();
    await page.getByText('Imported: 2 new.').waitFor();
  });

  it('reads shifts from a file, in the time zone of the person', async () => {
    await page.getByRole('button', { name: 'Import shifts' }).click();
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await choose(`person,program,start,end\nAmina Otieno,sales,${day} 09:00,${day} 17:00\n`);
    await dialog().getByRole('button', { name: 'Import 1 line' }).click();
    await page.getByText('Imported: 1 new.').waitFor();
    // Nairobi is two hours ahead of Vienna in winter, one in summer.
    await page.getByRole('row', { name: /Amina Otieno.*0[78]:00.*1[56]:00/ }).waitFor();
    expect(await page.getByRole('row', { name: /Brian.*None known/ }).count()).toBe(1);
  });

  it('says why a calendar cannot be read', async () => {
    const server = createServer((_request, response) => response.writeHead(500).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const panel = page.getByRole('region', { name: 'Calendars' });
    await panel.getByLabel('Sales').fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sales.ics`);
    await panel.getByRole('button', { name: 'Save' }).click();
    // Addresses on this machine are closed to the console unless IT trusts them.
    await panel
      .getByText(/SHIFTGATE_TRUSTED_FEEDS|https/)
      .first()
      .waitFor();
    expect(await panel.getByRole('button', { name: 'Read now' }).count()).toBe(1);
    server.close();
  });

  it('forgets somebody only after asking', async () => {
    await page.getByRole('button', { name: 'Forget Brian Mensah' }).click();
    await dialog().getByRole('button', { name: 'Forget' }).click();
    await page.getByText('Brian Mensah is forgotten.').waitFor();
    await expect.poll(() => page.getByRole('row', { name: /Brian/ }).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('is accessible in %s, also on a narrow screen', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('messages on the page of a workstation', () => {
  it('go both ways, and a request is refused with a reason that the person reads', async () => {
    const pc = await stage.workstation('thread-pc');
    await pc.report(badFacts());
    await page.goto(`/workstations/${pc.id}`);
    const panel = page.getByRole('region', { name: 'Messages' });
    await panel.getByText('Nobody has written yet.').waitFor();
    await panel.getByLabel('Write to the person').fill('Please close AnyDesk.');
    await panel.getByRole('button', { name: 'Send' }).click();
    const { id } = await pc.socket.next('message');
    await panel.getByText('not seen yet').waitFor();
    pc.socket.send({ type: 'seen', ids: [id] });
    await panel.getByText(/· seen$/).waitFor();

    const asked = { id: randomUUID(), at: new Date().toISOString(), text: 'I need it for the vendor' };
    const until = new Date(Date.now() + 3_600_000).toISOString();
    pc.socket.send({ type: 'help', ...asked, asks: 'excuse', checks: ['software'], until });
    await panel.getByRole('button', { name: 'Answer: I need it for the vendor' }).click();
    await dialog().getByLabel('Refuse').check();
    await dialog().getByLabel('Reason').fill('Use our own tool');
    await dialog().getByRole('button', { name: 'Refuse' }).click();
    expect(await pc.socket.next('message')).toMatchObject({ text: expect.stringContaining('Use our own tool') });
    await panel.getByText(/Refused by/).waitFor();
  });

  it('a note is for operators alone', async () => {
    await page.getByRole('button', { name: 'Write a note' }).click();
    await dialog().getByLabel('Note').fill('Calls back at noon');
    await dialog().getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('Calls back at noon').waitFor();
    expect(await page.getByRole('region', { name: 'Messages' }).getByText('Calls back at noon').count()).toBe(0);
  });
});
