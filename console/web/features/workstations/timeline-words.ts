import type { TimelineEntry } from '../../../../shared/protocol/views.ts';
import { accessWord } from '../../../../shared/words/english.ts';
import { causeOf } from '../../parts/words.ts';

/** What an entry of the timeline says: a headline, the reason, and how long it took. */
export interface TimelineWords {
  headline: string;
  detail: string | undefined;
  latency: string | undefined;
}

const headlines: Readonly<Record<Exclude<TimelineEntry['kind'], 'access'>, string>> = {
  lock: 'Locked by hand',
  unlock: 'Lock lifted',
  excuse: 'Excused',
  'excuse-ended': 'Excuse ended',
  enrolment: 'Enrolment',
  'report-gap': 'Reports are missing',
  recheck: 'Asked to check now',
  'excuse-refused': 'Excuse refused',
  'case-closed': 'Case closed',
  'case-assigned': 'Assigned to',
  note: 'Note',
  help: 'Asked for help',
  incident: 'Reported something suspicious',
  message: 'Message to the person',
  'message-seen': 'Message seen',
  facts: 'Facts reported',
};

export function timelineWords(entry: TimelineEntry): TimelineWords {
  if (entry.kind !== 'access' || !entry.decision) {
    return {
      headline: headlines[entry.kind as keyof typeof headlines] ?? 'Access',
      detail: entry.note,
      latency: undefined,
    };
  }
  const { access, reasons } = entry.decision;
  const before = entry.previous && entry.previous !== access ? `${accessWord[entry.previous]} → ` : '';
  const [first] = reasons;
  return {
    headline: `${before}${accessWord[access]}`,
    detail: entry.note ?? (first && causeOf(first)),
    latency: entry.latency && sayLatency(entry.latency),
  };
}

function sayLatency({ total, console: own }: NonNullable<TimelineEntry['latency']>): string {
  return `In force ${sayMilliseconds(total)} after the PC saw it; ${sayMilliseconds(own)} of it in the console.`;
}

export function sayMilliseconds(value: number): string {
  if (value < 1) return 'under 1 ms';
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
