import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/**
 * `reduced`: a Mac that starts older or changed systems too, or a PC whose keys can be changed (setup mode). `legacy`: a
 * start without UEFI, which knows no secure boot.
 */
const SecureBoot = z.enum(['on', 'reduced', 'off', 'legacy']);
/** `built-in`: the security chip of a Mac. */
const Tpm = z.enum(['none', '1.2', '2.0', 'built-in']);
/** What guards the running system: System Integrity Protection, memory integrity, kernel lockdown. */
const Integrity = z.enum(['on', 'partly', 'off']);

const Fact = z.object({
  secureBoot: maybe(SecureBoot),
  tpm: maybe(Tpm),
  integrity: maybe(Integrity),
});
type Fact = z.output<typeof Fact>;

const Settings = z.object({
  secureBoot: z.enum(['required', 'ignore']).default('required'),
  /** `any` accepts a TPM of every version. */
  tpm: z.enum(['2.0', 'any', 'ignore']).default('ignore'),
  integrity: z.enum(['required', 'ignore']).default('ignore'),
});
type Settings = z.output<typeof Settings>;

type Code = 'boot-off' | 'boot-reduced' | 'boot-legacy' | 'no-tpm' | 'old-tpm' | 'integrity-off';
type Verdicts = Verdict<Code>[];

export const secureBoot = defineCheck({
  id: 'secure-boot',
  title: 'Secure start',
  why: 'It makes sure that nothing slips in before the system and its protection have started.',
  fact: Fact,
  settings: Settings,
  evaluate: (fact, settings): Verdicts => [...boot(fact, settings), ...chip(fact, settings), ...guard(fact, settings)],
  describe({ secureBoot, tpm, integrity }) {
    const word = (value: Fact[keyof Fact]) => (isUnknown(value) ? 'unknown' : value);
    return `secure boot ${word(secureBoot)} · TPM ${word(tpm)} · system integrity ${word(integrity)}`;
  },
  texts: {
    'boot-off': {
      problem: 'Secure Boot is switched off.',
      remedy: 'Ask helpdesk to switch on Secure Boot in the start-up settings of this PC.',
    },
    'boot-reduced': {
      problem: 'This PC starts with reduced security.',
      remedy: 'Ask helpdesk to set start-up security to full.',
    },
    'boot-legacy': {
      problem: 'This PC starts the old way, without Secure Boot.',
      remedy: 'Ask helpdesk whether this PC can start with UEFI and Secure Boot.',
    },
    'no-tpm': {
      problem: 'This PC has no security chip (TPM), or it is switched off.',
      remedy: 'Ask helpdesk to switch it on in the start-up settings, or for another PC.',
    },
    'old-tpm': {
      problem: 'The security chip of this PC is too old (TPM {version}).',
      remedy: 'Ask helpdesk for another PC.',
    },
    'integrity-off': {
      problem: 'The protection of the running system is switched off.',
      remedy:
        'Ask helpdesk to switch it on again (System Integrity Protection on a Mac, Memory integrity on Windows, lockdown on Linux).',
    },
  },
});

function boot({ secureBoot: state }: Fact, settings: Settings): Verdicts {
  if (settings.secureBoot === 'ignore' || state === 'on') return [];
  if (isUnknown(state)) return [hidden('Secure Boot', state)];
  return [{ outcome: 'fail', code: `boot-${state}` }];
}

function chip({ tpm }: Fact, settings: Settings): Verdicts {
  if (settings.tpm === 'ignore') return [];
  if (isUnknown(tpm)) return [hidden('the security chip', tpm)];
  if (tpm === 'none') return [{ outcome: 'fail', code: 'no-tpm' }];
  return tpm === '1.2' && settings.tpm === '2.0'
    ? [{ outcome: 'fail', code: 'old-tpm', params: { version: tpm } }]
    : [];
}

function guard({ integrity }: Fact, settings: Settings): Verdicts {
  if (settings.integrity === 'ignore' || integrity === 'on') return [];
  if (isUnknown(integrity)) return [hidden('the protection of the running system', integrity)];
  return [{ outcome: 'fail', code: 'integrity-off' }];
}
