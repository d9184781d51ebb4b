import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/** One disk, stick, card or phone that can be written to. Neither its label nor its serial number is read. */
const Medium = z.object({
  bus: maybe(z.enum(['usb', 'card', 'thunderbolt', 'firewire', 'optical', 'other'])),
  /** Encrypted, so that a lost stick shows nothing. */
  encrypted: maybe(z.boolean()),
  /** It can be read and not written. */
  readOnly: maybe(z.boolean()),
});
type Medium = z.output<typeof Medium>;

const Fact = z.object({
  media: maybe(z.array(Medium).max(16)),
  /** The system is set to refuse them. */
  blocked: maybe(z.boolean()),
});

const Settings = z.object({
  /** What may be plugged in while working. `encrypted` also accepts what can only be read. */
  attached: z.enum(['none', 'encrypted', 'any']).default('none'),
  /** Whether the system itself must refuse them. */
  blocked: z.enum(['required', 'ignore']).default('ignore'),
});
type Settings = z.output<typeof Settings>;

type Code = 'attached' | 'not-encrypted' | 'not-blocked';
type Verdicts = Verdict<Code>[];

export const removableMedia = defineCheck({
  id: 'removable-media',
  title: 'USB sticks and disks',
  why: 'Customer data that is copied to a stick is out of everybody’s hands.',
  fact: Fact,
  settings: Settings,
  evaluate: ({ media, blocked }, settings): Verdicts => [...attached(media, settings), ...block(blocked, settings)],
  describe({ media, blocked }) {
    const seen = isUnknown(media) ? 'unknown' : media.length === 0 ? 'none attached' : `${media.length} attached`;
    return blocked === true ? `${seen} · blocked by the system` : seen;
  },
  texts: {
    attached: {
      problem: 'A USB stick, disk or card is plugged in ({count}).',
      remedy: 'Eject it and unplug it while you work.',
    },
    'not-encrypted': {
      problem: 'A USB stick, disk or card that is plugged in is not encrypted ({count}).',
      remedy: 'Eject it and unplug it while you work, or encrypt it.',
    },
    'not-blocked': {
      problem: 'This PC does not refuse USB sticks and disks.',
      remedy: 'Ask helpdesk to block them.',
    },
  },
});

function attached(media: z.output<typeof Fact>['media'], settings: Settings): Verdicts {
  if (settings.attached === 'any') return [];
  if (isUnknown(media)) return [hidden('USB sticks and disks', media)];
  const writable = media.filter(({ readOnly }) => readOnly !== true);
  if (settings.attached === 'none') return count('attached', media);
  const bare = writable.filter(({ encrypted }) => encrypted === false);
  if (bare.length > 0) return count('not-encrypted', bare);
  const doubt = writable.map(({ encrypted }) => encrypted).find(isUnknown);
  return doubt ? [hidden('whether the USB disk is encrypted', doubt)] : [];
}

function count(code: Code, media: readonly Medium[]): Verdicts {
  return media.length === 0 ? [] : [{ outcome: 'fail', code, params: { count: media.length } }];
}

function block(blocked: z.output<typeof Fact>['blocked'], settings: Settings): Verdicts {
  if (settings.blocked === 'ignore' || blocked === true) return [];
  if (isUnknown(blocked)) return [hidden('whether USB disks are blocked', blocked)];
  return [{ outcome: 'fail', code: 'not-blocked' }];
}
