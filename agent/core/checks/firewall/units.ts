import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { Transcript } from '../../host/probe.ts';

/** Services of systemd, without their ending. */
export interface Units {
  readonly listed: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly active: ReadonlySet<string>;
}

/** `systemctl show --property=Id,LoadState,ActiveState …`: blocks of lines, in no order of its own. */
export function parseUnits(transcript: Transcript): Units | CannotTell {
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: 'systemctl' };
  if (transcript.exitCode) {
    const isOther = /not been booted with systemd/i.test(transcript.errorText ?? '');
    return {
      cannotTell: isOther ? 'absent' : 'failed',
      detail: `systemctl: ${transcript.errorText ?? ''}`.slice(0, 200),
    };
  }
  const blocks = transcript.text.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  const units = blocks.map(parseUnit);
  const isWhole = units.length > 0 && units.every(({ id, load, active }) => id && load && states.test(active ?? ''));
  if (!isWhole || !transcript.text.endsWith('\n')) return { cannotTell: 'unparsable', detail: 'systemctl' };
  const named = (fits: (unit: (typeof units)[number]) => boolean) =>
    new Set(units.filter(fits).map(({ id = '' }) => id.replace(/\.service$/, '')));
  return {
    listed: named(() => true),
    known: named(({ load }) => load !== 'not-found'),
    active: named(({ active = '' }) => /^(active|reloading|refreshing)$/.test(active)),
  };
}

const states = /^(active|reloading|refreshing|inactive|failed|activating|deactivating|maintenance)$/;

function parseUnit(block: string) {
  const field = (name: string) => new RegExp(`^${name}=(\\S+)$`, 'm').exec(block)?.[1];
  return { id: field('Id'), load: field('LoadState'), active: field('ActiveState') };
}
