import { describe, expect, it } from 'vitest';
import {
  auditActor,
  auditDetails,
  auditHeadline,
  parseTarget,
} from '../../../../console/web/features/audit/audit-words.ts';
import { createVoice, type Voice } from '../../../../console/web/voice.ts';
import { fetchWords, inEnglish } from '../../../../console/web/words/languages.ts';
import { files, textOf } from '../../../repo/tree.ts';
import { plain } from '../../plain.ts';

const english = createVoice(inEnglish, []);
const french = createVoice(await fetchWords('fr'), []);

const tell = (voice: Voice, entry: Parameters<typeof auditHeadline>[1]) => [
  auditHeadline(voice, entry),
  auditDetails(voice, entry),
];

describe('an entry of the audit', () => {
  it.each<[string, string, Record<string, unknown>, string, string[]]>([
    [
      'a lock by the policy',
      'access-changed',
      { from: 'ready', to: 'locked', because: ['software/forbidden-running: lock'], policyVersion: 2 },
      'Ready → Locked',
      ['because: Forbidden software running (Locks now)', 'policy version: 2'],
    ],
    ['the first decision', 'access-changed', { from: 'none', to: 'ready', because: [] }, 'First decision: Ready', []],
    [
      'a lock by hand',
      'lock',
      { reason: 'Laptop lost', program: 'all' },
      'Locked by hand',
      ['reason: Laptop lost', 'program: all'],
    ],
    [
      'yes and no',
      'enrolment-code-created',
      { approval: true, person: null },
      'Enrolment code made',
      ['approval: yes'],
    ],
    [
      'a provider of identities',
      'single-sign-on-set',
      { issuer: 'https://login.example.com', roles: [{ value: 'it', role: 'policy-author' }] },
      'Single sign-on set up',
      ['issuer: https://login.example.com', 'roles: value: it, role: Policy author'],
    ],
    ['an action that is new', 'case-closed', { newThing: 'x' }, 'case closed', ['new thing: x']],
  ])('%s', (_what, action, detail, headline, details) => {
    expect(tell(english, { action, detail })).toEqual([headline, details]);
  });

  it.each<[string, string, Record<string, unknown>, string, string[]]>([
    [
      'a lock by the policy',
      'access-changed',
      { from: 'ready', to: 'locked', because: ['software/forbidden-running: lock', 'odd'], policyVersion: 2 },
      'Prêt → Verrouillé',
      ['motifs : Logiciel interdit ouvert (Verrouille maintenant) et odd', 'version de la politique : 2'],
    ],
    [
      'a weaker policy',
      'policy-proposed',
      { share: 100, changes: ['checks.vpn.strategy: lock → absent (weaker)'] },
      'Politique moins stricte proposée',
      ['part : 100', 'changements : checks.vpn.strategy : lock → aucune valeur (moins strict)'],
    ],
    [
      'an excuse',
      'excuse',
      { checks: ['vpn', 'os-patch'], caller: 'override', reason: 'code' },
      'Dispense accordée',
      ['contrôles : VPN et Mises à jour du système', 'appelant : sans code d’appelant', 'motif : code'],
    ],
    [
      'an enrolment',
      'enrolment-changed',
      { state: 'active', note: 'with a code of Ines Adler' },
      'Inscription changée',
      ['état : Inscrit', 'remarque : avec un code de Ines Adler'],
    ],
    ['a sign-in', 'signed-in', { factor: 'passkey' }, 'Connexion', ['moyen de connexion : Clé d’accès']],
  ])('in French: %s', (_what, action, detail, headline, details) => {
    expect(plain(tell(french, { action, detail }))).toEqual([headline, details]);
  });

  it('has a headline for whatever the console writes', () => {
    const written = files(/^console\/server\/features\//)
      .flatMap((file) => [...textOf(file).matchAll(/action: '([a-z-]+)'/g)].map(([, action = '']) => action))
      // What the breaker's history asks for is how its two actions begin.
      .filter((action) => action !== 'breaker');
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((action) => !Object.hasOwn(english.words.audit.actions, action))).toEqual([]);
  });

  it.each([
    ['workstation:ws_1', { kind: 'workstation', id: 'ws_1' }],
    ['operator:a:b', { kind: 'operator', id: 'a:b' }],
    ['console', { kind: '', id: 'console' }],
  ])('is about %s', (target, parsed) => {
    expect(parseTarget(target)).toEqual(parsed);
  });

  it.each([
    ['an operator', { actor: 'Ines Adler' }, 'Ines Adler'],
    ['a workstation', { actor: 'ws_1', actorName: 'HOME-7' }, 'HOME-7'],
    ['a command', { actor: 'command line' }, 'la ligne de commande'],
  ])('was caused by %s', (_who, entry, said) => {
    expect(auditActor(french, entry)).toBe(said);
  });
});
