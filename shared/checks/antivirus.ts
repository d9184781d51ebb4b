import { z } from 'zod';
import { Duration, Instant, secondsBetween } from '../time.ts';
import { defineCheck, hidden, isUnknown, maybe, type Surroundings, type Verdict, wholeDays } from './define.ts';

/** `passive`: it runs beside another product and stops nothing by itself. `snoozed`: paused for a while by the person. */
const State = z.enum(['on', 'passive', 'snoozed', 'expired', 'off']);

const Product = z.object({
  name: z.string().max(80),
  state: maybe(State),
  /** Whether what it knows about malware is recent, by its own word. */
  signatures: maybe(z.enum(['current', 'old'])),
  /** When they were last renewed, where the system says so. */
  signaturesAt: Instant.optional(),
});
type Product = z.output<typeof Product>;

const Fact = z.object({
  products: z.array(Product).max(8),
  /** Whether systems of this kind come with protection of their own, as Windows and macOS do. */
  builtIn: z.boolean(),
});

const Settings = z.object({
  /** How old what it knows may be, where the system says how old it is. */
  maxSignatureAge: Duration.default(7 * 86_400),
  /** Accepted products, by a part of their name; empty accepts every one. */
  products: z.array(z.string().min(2)).default([]),
  /** What is asked of systems that come without protection, such as Linux. */
  withoutBuiltIn: z.enum(['required', 'ignore']).default('ignore'),
});
type Settings = z.output<typeof Settings>;

type Code = 'none' | 'wrong-product' | 'off' | 'snoozed' | 'expired' | 'old-signatures' | 'not-needed';
type Verdicts = Verdict<Code>[];

export const antivirus = defineCheck({
  id: 'antivirus',
  title: 'Virus protection',
  why: 'Malware on this PC could read along while you look at a customer’s data.',
  fact: Fact,
  settings: Settings,
  evaluate({ products, builtIn }, settings, around): Verdicts {
    const accepted = products.filter((product) => isAccepted(product, settings));
    if (accepted.length === 0) {
      if (products.length > 0) return [{ outcome: 'fail', code: 'wrong-product', params: namesOf(products, settings) }];
      if (!builtIn && settings.withoutBuiltIn === 'ignore') return [{ outcome: 'not-applicable', code: 'not-needed' }];
      return [{ outcome: 'fail', code: 'none' }];
    }
    const verdicts = accepted.map((product) => judge(product, settings, around));
    // One that protects is enough: the system's own one steps back where another is at work.
    if (verdicts.some((list) => list.length === 0)) return [];
    const doubtful = verdicts.find((list) => list.some(({ outcome }) => outcome === 'cannot-tell'));
    return doubtful ?? mildest(verdicts);
  },
  describe({ products }) {
    const said = products.map(({ name, state, signatures }) => {
      const word = isUnknown(state) ? 'unknown' : state;
      return signatures === 'old' ? `${name} ${word}, not up to date` : `${name} ${word}`;
    });
    return said.join(' · ') || 'no virus protection seen';
  },
  texts: {
    none: {
      problem: 'This PC has no virus protection.',
      remedy: 'Switch on the one that came with this PC, or ask helpdesk for the company’s.',
    },
    'wrong-product': {
      problem: 'This PC is not protected by your company’s program ({expected}).',
      remedy: 'Ask helpdesk to install it.',
    },
    off: {
      problem: 'Virus protection is switched off ({names}).',
      remedy: 'Open it and switch on real-time protection.',
    },
    snoozed: { problem: 'Virus protection is paused ({names}).', remedy: 'Open it and switch it on again.' },
    expired: {
      problem: 'Your virus protection has expired ({names}).',
      remedy: 'Renew it, or uninstall it so that the one that came with this PC takes over.',
    },
    'old-signatures': {
      problem: '{names} has not been updated for too long.',
      remedy: 'Open it and let it look for updates.',
    },
    'not-needed': { problem: 'Systems of this kind come without virus protection.', remedy: 'Nothing to do.' },
  },
});

function isAccepted({ name }: Product, { products }: Settings): boolean {
  return products.length === 0 || products.some((part) => name.toLowerCase().includes(part.toLowerCase()));
}

function namesOf(products: readonly Product[], settings: Settings) {
  return { names: products.map(({ name }) => name).join(', '), expected: settings.products.join(', ') };
}

function judge(product: Product, settings: Settings, { now }: Surroundings): Verdicts {
  const { name, state, signatures, signaturesAt } = product;
  const params = { names: name };
  if (isUnknown(state)) return [hidden(name, state)];
  if (state === 'passive' || state === 'off') return [{ outcome: 'fail', code: 'off', params }];
  if (state !== 'on') return [{ outcome: 'fail', code: state, params }];
  const age = signaturesAt === undefined ? undefined : secondsBetween(signaturesAt, now);
  if (signatures === 'old' || (age !== undefined && age > settings.maxSignatureAge)) {
    const days = age === undefined ? {} : { days: wholeDays(age) };
    return [{ outcome: 'fail', code: 'old-signatures', params: { ...params, ...days } }];
  }
  if (isUnknown(signatures) && age === undefined) return [hidden(`how recent ${name} is`, signatures)];
  return [];
}

const order: readonly string[] = ['old-signatures', 'snoozed', 'expired', 'off'] satisfies Code[];

/** Of several products that all fail, what is wrong with the one that is closest to protecting. */
function mildest(verdicts: readonly Verdicts[]): Verdicts {
  const rank = (list: Verdicts) => order.indexOf(list[0]?.code ?? 'off');
  return verdicts.toSorted((left, right) => rank(left) - rank(right))[0] ?? [];
}
