import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/** `block-all` lets nothing in at all, and is on. */
const State = z.enum(['on', 'block-all', 'off']);

const Profile = z.object({
  /** `domain`, `private`, `public` on Windows; `application` on a Mac; `ufw`, `firewalld`, `nftables` on Linux. */
  name: z.string().max(40),
  /** Whether it guards a network that is connected now. */
  inUse: maybe(z.boolean()),
  state: maybe(State),
  /** What happens to a connection from outside that no rule names. */
  inbound: maybe(z.enum(['block', 'allow'])).optional(),
});
type Profile = z.output<typeof Profile>;

const Product = z.object({
  name: z.string().max(60),
  state: maybe(z.enum(['on', 'off'])),
});

const Fact = z.object({
  /** The system's own firewall; empty where the system has none installed. */
  profiles: z.array(Profile).max(8),
  /** Firewalls of other makers. */
  products: z.array(Product).max(8),
});
type Fact = z.output<typeof Fact>;

const Settings = z.object({
  /** Which profiles of the system's own firewall must be on. */
  profiles: z.enum(['in-use', 'all']).default('in-use'),
  /** Whether a firewall of another maker may stand in for the system's own. */
  otherMakers: z.enum(['accept', 'refuse']).default('accept'),
  /** Whether a firewall that lets in what no rule names counts as one. */
  inbound: z.enum(['block', 'ignore']).default('block'),
});
type Settings = z.output<typeof Settings>;

type Code = 'off' | 'lets-all-in' | 'none';
type Verdicts = Verdict<Code>[];

const isOn = (state: Profile['state']) => state === 'on' || state === 'block-all';

export const firewall = defineCheck({
  id: 'firewall',
  title: 'Firewall',
  why: 'It keeps other devices on your network away from the programs you work with.',
  fact: Fact,
  settings: Settings,
  evaluate(fact, settings): Verdicts {
    const others = settings.otherMakers === 'accept' ? fact.products : [];
    if (others.some(({ state }) => state === 'on')) return [];
    const verdicts = own(fact, settings);
    const doubtful = others.find(({ state }) => isUnknown(state));
    // What another maker's firewall does is not known, so the system's own being off proves nothing.
    if (doubtful && isUnknown(doubtful.state) && verdicts.some(({ outcome }) => outcome === 'fail')) {
      return [hidden(doubtful.name, doubtful.state)];
    }
    return verdicts;
  },
  describe({ profiles, products }) {
    const word = (state: Profile['state']) => (isUnknown(state) ? 'unknown' : state);
    const own = profiles.map(({ name, state, inUse }) => `${name} ${word(state)}${inUse === true ? ' (in use)' : ''}`);
    return [...own, ...products.map(({ name, state }) => `${name} ${word(state)}`)].join(' · ') || 'no firewall';
  },
  texts: {
    off: {
      problem: 'The firewall of this PC is off ({names}).',
      remedy: 'Switch the firewall on in the security or network settings of this PC.',
    },
    'lets-all-in': {
      problem: 'The firewall is on, but lets everything in ({names}).',
      remedy: 'Set it to block incoming connections that no rule allows; helpdesk can assist.',
    },
    none: {
      problem: 'This PC has no firewall.',
      remedy: 'Ask helpdesk to set one up (on Linux: install ufw, then run “sudo ufw enable”).',
    },
  },
});

function own({ profiles }: Fact, settings: Settings): Verdicts {
  if (profiles.length === 0) return [{ outcome: 'fail', code: 'none' }];
  if (settings.profiles === 'all') return judge(profiles, settings);
  const inUse = profiles.filter((profile) => profile.inUse === true);
  const unsure = profiles.filter((profile) => isUnknown(profile.inUse));
  const known = judge(inUse, settings);
  if (known.length > 0 || (inUse.length > 0 && unsure.length === 0)) return known;
  // Not knowing which profile is in use matters only where they differ.
  const candidates = inUse.length === 0 && unsure.length === 0 ? profiles : unsure;
  const each = candidates.map((profile) => judge([profile], settings));
  if (each.every((verdicts) => verdicts.length === 0)) return [];
  if (each.every((verdicts) => verdicts.some(({ outcome }) => outcome === 'fail'))) return judge(candidates, settings);
  const reason = candidates.map((profile) => profile.inUse).find(isUnknown);
  return [hidden('which firewall profile is in use', reason ?? { cannotTell: 'absent' })];
}

function judge(profiles: readonly Profile[], settings: Settings): Verdicts {
  const off = profiles.filter(({ state }) => state === 'off');
  const open = profiles.filter(({ state, inbound }) => state === 'on' && inbound === 'allow');
  const verdicts: Verdicts = [];
  if (off.length > 0) verdicts.push({ outcome: 'fail', code: 'off', params: namesOf(off) });
  if (open.length > 0 && settings.inbound === 'block') {
    verdicts.push({ outcome: 'fail', code: 'lets-all-in', params: namesOf(open) });
  }
  for (const { name, state, inbound } of profiles) {
    if (isUnknown(state)) verdicts.push(hidden(`the firewall (${name})`, state));
    else if (isOn(state) && settings.inbound === 'block' && isUnknown(inbound)) {
      verdicts.push(hidden(`what the firewall lets in (${name})`, inbound));
    }
  }
  return verdicts;
}

function namesOf(profiles: readonly Profile[]): { names: string } {
  return { names: profiles.map(({ name }) => name).join(', ') };
}
