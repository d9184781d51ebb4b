import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { startIdentityProvider } from '../console/sign-in/identity-provider.ts';
import { administrator, openStage, type Stage } from './browser.ts';

let stage: Stage;
/** Minutes by which the console's clock is ahead. */
let ahead = 0;
beforeAll(async () => {
  stage = await openStage({ now: () => new Date(Date.now() + ahead * 60_000) });
});
afterAll(() => stage?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** A page of somebody new, who chose a password by the link of an invitation. */
async function invited(name: string, role: 'owner' | 'helpdesk') {
  const { link } = await stage.console.call(consoleRoutes.invite, { body: { name, role } });
  const page = await stage.stranger();
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await button(page, 'Save and sign in').click();
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

async function typePassword(page: Page, name: string) {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await button(page, 'Sign in').first().click();
}

describe('signing in', () => {
  it('with an authenticator app: added by its code, asked for afterwards, and a recovery code in its place', async () => {
    const page = await invited('Mona Fischer', 'helpdesk');
    await button(page, /^Account of/).click();
    await page.getByRole('menuitem', { name: 'My account' }).click();
    await button(page, 'Add an app').click();
    const secret = await page.getByRole('dialog').locator('code').innerText();
    const totp = new TOTP({ secret });
    await page.getByLabel('Code', { exact: true }).fill(totp.generate());
    await button(page, 'Add it').click();
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    const [recovery = ''] = (await page.getByRole('dialog').locator('code').innerText()).split(/\s+/);
    await button(page, 'I have kept them').click();
    await page.getByText('Recovery codes left: 10').waitFor();

    const again = await stage.stranger();
    await again.goto('/account');
    await typePassword(again, 'Mona Fischer');
    await again.getByRole('heading', { name: 'One more step' }).waitFor();
    await again.getByLabel('Code').fill('000000');
    await button(again, 'Sign in').click();
    await again.getByText('That code is wrong').waitFor();
    await again.getByLabel('Code').fill(recovery);
    await button(again, 'Sign in').click();
    await again.getByText('Recovery codes left: 9').waitFor();
    expect(new URL(again.url()).pathname).toBe('/account');
    await Promise.all([page.close(), again.close()]);
  });

  it('with a passkey: added on the account page, then used in place of name and password', async () => {
    const page = await invited('Nat Okafor', 'helpdesk');
    // The browser's own software authenticator, as a laptop's fingerprint reader would answer.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await page.goto(`${local(stage.console.url)}/sign-in?to=/account`);
    await typePassword(page, 'Nat Okafor');
    await button(page, 'Add a passkey').click();
    await page.getByRole('dialog').getByLabel('Name').fill('Laptop');
    await button(page, 'Go on').click();
    await page.getByText('The passkey Laptop is added').waitFor();
    await button(page, /^Account of/).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await button(page, 'Sign in with a passkey').click();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await button(page, /^Account of/).innerText()).toContain('Nat Okafor');
    await page.close();
  });

  it('with the company’s identity provider', async () => {
    const { redirectUri } = await stage.console.call(consoleRoutes.singleSignOn);
    const provider = await startIdentityProvider(redirectUri);
    provider.groups = ['desk'];
    const owner = await stage.signedIn();
    await owner.goto('/operators?tab=single-sign-on');
    await owner.getByLabel('Name').fill('Example Inc');
    await owner.getByLabel('Issuer').fill(provider.issuer);
    await owner.getByLabel('Client ID').fill(provider.clientId);
    await owner.getByLabel('Client secret', { exact: true }).fill(provider.clientSecret);
    await owner.getByLabel('Value 1').fill('desk');
    await owner.getByLabel('Role 1').selectOption('owner');
    await button(owner, 'Ask the provider and save').click();
    await owner.getByText('The provider answered').waitFor();

    const page = await stage.stranger();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Sign in with Example Inc' }).click();
    await page.getByPlaceholder('Enter any login').fill('hal');
    await page.getByPlaceholder('and password').fill('any');
    await button(page, 'Sign-in').click();
    await button(page, 'Continue').click();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await button(page, /^Account of/).innerText()).toContain('Person hal');

    ahead += 11;
    await page.goto('/operators');
    await button(page, 'Invite somebody').click();
    await page.getByRole('dialog').getByLabel('Name').fill('Rui Costa');
    await button(page, 'Make the link').click();
    const opened = page.context().waitForEvent('page');
    await button(page, 'Confirm with Example Inc').click();
    const popup = await opened;
    await popup.getByPlaceholder('Enter any login').fill('hal');
    await popup.getByPlaceholder('and password').fill('any');
    await button(popup, 'Sign-in').click();
    await page.getByText('/invited?token=').waitFor();
    await expect.poll(() => popup.isClosed()).toBe(true);
    ahead -= 11;
    await Promise.all([page.close(), owner.close()]);
    await provider.close();
  });
});

describe('rights', () => {
  it('a helpdesk operator sees no page of owners, and a person without a factor is led to add one', async () => {
    const page = await invited('Ola Berg', 'helpdesk');
    await expect.poll(() => page.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('Operators');
    await stage.console.call(consoleRoutes.setRules, { body: { secondFactor: true, twoPersons: false } });
    await page.goto('/workstations');
    await page.getByText('Add a second factor to go on').waitFor();
    await stage.console.call(consoleRoutes.setRules, { body: { secondFactor: false, twoPersons: false } });
    await page.close();
  });

  it('an owner invites somebody, disables them, and takes that back', async () => {
    const owner = await stage.signedIn();
    await owner.goto('/operators');
    await button(owner, 'Invite somebody').click();
    await owner.getByRole('dialog').getByLabel('Name').fill('Pia Lund');
    await owner.getByLabel('Role').selectOption('auditor');
    await button(owner, 'Make the link').click();
    await owner.getByText('/invited?token=').waitFor();
    await button(owner, 'Done').click();
    await button(owner, 'Change Pia Lund').click();
    await owner.getByLabel('May not sign in').check();
    await button(owner, 'Save').click();
    const row = owner.getByRole('row').filter({ hasText: 'Pia Lund' });
    await row.getByText('Disabled').waitFor();
    await button(owner, 'Undo').click();
    await row.getByText('Invited').waitFor();
    expect(await row.innerText()).toContain('Auditor');
    await owner.close();
  });
});

describe('an act that changes a lot', () => {
  it('asks who is sitting there; calling that off says nothing, a wrong password says so', async () => {
    const owner = await stage.signedIn();
    await owner.goto('/operators');
    ahead += 11;
    await button(owner, 'Invite somebody').click();
    await owner.getByRole('dialog').getByLabel('Name').fill('Quinn Roy');
    await button(owner, 'Make the link').click();
    const proof = owner.getByRole('dialog', { name: 'Confirm that it is you' });
    await proof.getByRole('button', { name: 'Cancel' }).click();
    await proof.waitFor({ state: 'detached' });
    expect(await owner.getByRole('alert').count()).toBe(0);
    await button(owner, 'Make the link').click();
    await proof.getByLabel('Password', { exact: true }).fill('not the password');
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await proof.getByText('That password is wrong.').waitFor();
    await proof.getByLabel('Password', { exact: true }).fill(administrator.password);
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await owner.getByText('/invited?token=').waitFor();
    await owner.close();
  });
});

/** Passkeys belong to a host name, and an address of numbers is none. */
function local(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}
