import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controls, frameworks } from '../../console/server/features/evidence/controls.ts';
import { fetchWords } from '../../console/web/words/languages.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { languageNames } from '../../shared/words/language.ts';
import { badFacts, goodFacts } from '../console/workstation-double.ts';
import { openStage, type Stage } from './browser.ts';

const pcs = ['kilo-pc', 'lima-pc', 'mike-pc', 'nova-pc'];
let stage: Stage;
let page: Page;
let locked = '';
let waiting = '';
let hers = '';
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A fleet in which every part of a screen has something to show. */
beforeAll(async () => {
  stage = await openStage();
  const { console: running } = stage;
  const program = { name: 'Support', origins: [{ origin: 'http://b.example.test', upstream: 'http://127.0.0.1:9' }] };
  await running.call(consoleRoutes.putProgram, { params: { id: 'support' }, body: program });
  const draft = { text: 'name: Zzz\nchecks:\n  vpn: { strategy: lock }\n', basedOn: 1 };
  await running.call(consoleRoutes.saveDraft, { params: { id: 'support' }, body: draft });
  const amina = { name: 'Amina Otieno', language: 'sw', timeZone: 'Africa/Nairobi', programs: ['sales'] } as const;
  await running.call(consoleRoutes.addPerson, { body: { ...amina, programs: ['sales'] } });
  const shift = { person: 'Amina Otieno', from: soon(-1), to: soon(3) };
  const body = { from: soon(-24), to: soon(24), shifts: [shift], preview: false };
  await running.call(consoleRoutes.putShifts, { params: { id: 'sales' }, body });
  const pc = await stage.workstation('home-pc', 'Amina Otieno');
  await pc.report(badFacts());
  const asked = { id: randomUUID(), at: soon(0), text: 'Zzz', checks: ['software' as const], until: soon(2) };
  pc.socket.send({ type: 'help', asks: 'excuse', ...asked });
  const [second, third, ...others] = await Promise.all(pcs.map((name) => stage.workstation(name)));
  if (!second || !third) throw new Error('too few workstations');
  for (const bad of [second, ...others]) await bad.report(badFacts());
  second.socket.send({ type: 'incident', id: randomUUID(), at: soon(0), text: '' });
  await third.report({ ...goodFacts(), vpn: { readAt: soon(0), cannotTell: 'timeout' } });
  const params = { id: third.id };
  await running.call(consoleRoutes.lock, { params, body: { reason: 'Zzz' } });
  const excuse = { checks: ['software' as const], until: soon(1.9), reason: 'Zzz', override: true };
  await running.call(consoleRoutes.excuse, { params, body: excuse });
  await running.call(consoleRoutes.sendMessage, { params, body: { text: 'Zzz' } });
  await running.call(consoleRoutes.note, { params, body: { text: 'Zzz' } });
  waiting = `/workstations/${(await running.workstation({ approval: true })).id}`;
  hers = `/workstations/${pc.id}`;
  locked = `/workstations/${third.id}`;
  page = await stage.signedIn({ locale: 'fr-FR' });
  page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => stage?.close());

const { console: texts, checks, phrases } = await fetchWords('fr');
const { console: inEnglish } = await fetchWords('en');
const wordsIn = (text: string) =>
  text
    .normalize('NFC')
    .split(/\s+/)
    // Ids, versions, addresses and names of files are no words.
    .filter((token) => !/\d|[\p{L}-][._/:@][\p{L}-]|\p{Ll}\p{Lu}/u.test(token))
    .flatMap((token) => token.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/\{\w+\}/g, ' ')];
  return Object.values(value as object).flatMap(allTexts);
}

const dates = Array.from({ length: 366 }, (_, day) =>
  (['short', 'long'] as const).map((month) =>
    new Intl.DateTimeFormat('fr', { month, weekday: month, timeZoneName: 'short' }).format(day * 86_400_000),
  ),
);
const french = new Set(wordsIn(allTexts([texts, checks, phrases, dates]).join(' ')));

/** The same in every language, and what the fleet of this test brings. */
const names = [
  ...[
    'Ines Adler',
    'Amina Otieno',
    'Africa',
    'Nairobi',
    'Sales',
    'sales',
    'Zzz',
    'home-pc',
    ...pcs,
    'Debian GNU/Linux 12 (bookworm)',
    'AnyDesk',
  ],
  ...frameworks.flatMap(({ name, edition }) => [name, edition]),
  ...controls.map(({ control }) => control),
  ...Object.values(languageNames),
  // Values of a policy, which are written in it as they stand, and what a browser calls itself.
  ...['Starter', 'wep', 'wpa-tkip', 'remote-access', /^Mozilla.*/g, 'Chrome'],
];

/** Whether a text has a word that stands in no French text of the product. */
function isForeign(text: string): boolean {
  const rest = names.reduce<string>((left, name) => left.replaceAll(name, '0'), text);
  return wordsIn(rest).some((word) => !french.has(word));
}

/** Everything that the page says, to eyes and to screen readers, but for what is in another language by intent. */
function saidOn(): string[] {
  const elsewhere = 'code, pre, textarea, script, style, noscript, .cm-content, [lang]:not([lang="fr"])';
  const said = [document.title];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest(elsewhere)) continue;
    if (!element.closest('option') && !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element !== node) said.push(node.textContent ?? '');
    else said.push(...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''));
  }
  return said.map((text) => text.trim()).filter(Boolean);
}

/** What the page says once nothing loads any more. */
async function settled(page: Page): Promise<string[]> {
  await page.locator('h1').first().waitFor();
  let before = '';
  for (;;) {
    const said = await page.evaluate(saidOn);
    const now = said.join('\n');
    if (now === before && (await page.locator('[aria-busy=true]').count()) === 0) return said;
    before = now;
    await page.waitForTimeout(60);
  }
}

const button = (name: string) => () => page.getByRole('button', { name, exact: true }).first().click();
const key = (name: string) => () => page.keyboard.press(name);

const item = (name: string) => () => page.getByRole('menuitem', { name, exact: true }).click();
const menu = (name: RegExp) => () => page.getByRole('button', { name }).first().click();
const { triage, workstation, programs, people, operators, policy, signIn } = texts;

/** Where to go, and what to open there. */
const screens: Readonly<Record<string, [path: () => string, ...open: (() => Promise<void>)[]]>> = {
  triage: [() => '/triage'],
  'a row’s menu': [() => '/triage', menu(/^Autres actions pour/)],
  'a message from the triage': [() => '/triage', key('j'), key('m')],
  'a note': [() => '/triage', key('j'), key('n')],
  'a request for an excuse': [() => '/triage?search=Amina', key('j'), key('r')],
  'what is done to many': [() => '/triage', key('j'), key('x'), menu(/les postes sélectionnés$/)],
  'many messages': [() => '/triage', menu(/tous ceux avec/), item(triage.acts.askMessage)],
  'many locks': [() => '/triage', menu(/tous ceux avec/), item(triage.acts.askLock)],
  'many excuses': [() => '/triage', menu(/tous ceux avec/), item(triage.acts.askExcuse)],
  'a triage without a hit': [() => '/triage?search=zzz'],
  shortcuts: [() => '/triage', key('?')],
  'the account’s menu': [() => '/triage', menu(/^Compte de/)],
  workstations: [() => '/workstations', button(texts.list.filters.more)],
  'workstations, filtered': [() => '/workstations?contact=connected&access=locked'],
  'a workstation': [() => locked],
  'a workstation with a request': [() => hers],
  'a workstation that waits': [() => waiting, button(workstation.steps.approve.verb)],
  'no workstation': [() => '/workstations/zzz'],
  'signed reports': [() => `${locked}?reports=all`, button(texts.reports.verify)],
  'a signed report': [() => `${locked}?reports=2`],
  'a lock': [() => hers, key('l')],
  'an excuse': [() => hers, key('e')],
  'further actions': [() => locked, button(workstation.actions.more)],
  overview: [() => '/overview'],
  'what a figure of speed is made of': [() => '/overview?latency=lock'],
  'the revoked': [() => '/workstations?enrolment=revoked'],
  programs: [() => '/programs'],
  'a new program': [() => '/programs', button(programs.add)],
  'a code': [() => '/programs', menu(/^Inscrire un PC/), button(programs.code.make)],
  'a policy': [() => '/programs/sales/policy'],
  'a policy as a form': [() => '/programs/sales/policy?view=form'],
  'a policy’s plan': [() => '/programs/sales/policy?view=plan'],
  'a policy’s history': [() => '/programs/sales/policy?view=history'],
  'a policy’s breaker': [() => '/programs/sales/policy?view=breaker'],
  'a version of a policy': [() => '/programs/sales/policy?view=history&version=1'],
  'a breaker tried out': [() => '/programs/sales/policy?view=breaker', button(policy.breaker.try)],
  'a policy with mistakes': [() => '/programs/sales/policy', () => page.locator('.cm-content').fill('checks: 7')],
  'a policy to publish': [() => '/programs/support/policy', button(policy.publish)],
  people: [() => '/people'],
  'a new person': [() => '/people', button(people.person.add)],
  'somebody to forget': [() => '/people', menu(/^Oublier/)],
  'a new group': [() => '/people', button(people.groups.add)],
  'an import': [() => '/people', button(people.importPeople)],
  evidence: [() => '/evidence'],
  audit: [() => '/audit'],
  operators: [() => '/operators'],
  'an invitation': [() => '/operators', button(operators.invite.title)],
  'everybody’s sessions': [() => '/operators?tab=sessions'],
  tokens: [() => '/operators?tab=tokens'],
  'single sign-on': [() => '/operators?tab=single-sign-on'],
  rules: [() => '/operators?tab=rules'],
  account: [() => '/account'],
  'a new password': [() => '/account', button(signIn.account.change)],
  sessions: [() => '/sessions'],
  'no page': [() => '/zzz'],
};

it('hardly an English text is taken for French', () => {
  const english = allTexts(inEnglish).filter((text) => text.includes(' ') && !allTexts(texts).includes(text));
  const missed = english.filter((text) => !isForeign(text));
  expect(missed.length / english.length).toBeLessThan(0.05);
});

/** What makes the page wider than its window. */
const cutOff = () =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const all = [...document.querySelectorAll('body *')];
    return all.filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => one.textContent);
  });

describe('a browser that asks for French', () => {
  it.each(Object.keys(screens))('is answered in French alone, which fits a phone: %s', async (name) => {
    const [path, ...open] = screens[name]!;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path());
    await settled(page);
    for (const step of open) await step();
    const foreign = (await settled(page)).filter(isForeign);
    expect(foreign).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(cutOff).toEqual([]);
  });
});

describe('somebody who has not signed in', () => {
  it.each(['/sign-in', '/sign-in?problem=single-sign-on-failed', '/first', '/invited'])(
    'is asked in French alone: %s',
    async (path) => {
      const stranger = await stage.stranger({ locale: 'fr-CD' });
      await stranger.goto(path);
      expect((await settled(stranger)).filter(isForeign)).toEqual([]);
      await stranger.context().close();
    },
  );

  it('is asked in English by a browser of another language, and in the language that somebody chose here', async () => {
    const stranger = await stage.stranger({ locale: 'de-AT' });
    await stranger.goto('/sign-in');
    await stranger.getByRole('heading', { name: inEnglish.signIn.title }).waitFor();
    await stranger.evaluate(() => localStorage.setItem('shiftgate-language', 'fr'));
    await stranger.reload();
    await stranger.getByRole('heading', { name: texts.signIn.title }).waitFor();
    expect(await stranger.evaluate(() => document.documentElement.lang)).toBe('fr');
    await stranger.context().close();
  });
});
