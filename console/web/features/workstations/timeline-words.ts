import { Enrolment } from '../../../../shared/access/decide.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import type { FindingView, TimelineEntry } from '../../../../shared/protocol/views.ts';
import type { Voice } from '../../voice.ts';
import { sayFact } from './check-rows.ts';

/** What an entry of the timeline says: a headline, the reasons a line each, and how long it took. */
export interface TimelineWords {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly times: readonly string[];
}

/** Notes that the console writes by itself; the others are people's own words. */
const ownNotes: readonly TimelineEntry['kind'][] = ['report-gap', 'case-assigned'];
/** More facts than this are named, not told: the first report brings every one. */
const factsTold = 3;

export function timelineWords(entry: TimelineEntry, voice: Voice): TimelineWords {
  const { timeline: words } = voice.words;
  if (entry.facts) return { headline: words.headlines.facts, lines: factLines(entry.facts, voice), times: [] };
  const { decision, previous, note = '', kind } = entry;
  const noted = kind === 'enrolment' ? enrolmentLine(note, voice) : ownNotes.includes(kind) ? voice.phrase(note) : note;
  const before = decision && previous && previous !== decision.access ? voice.access[previous] : undefined;
  const after = decision ? voice.access[decision.access] : words.headlines[kind];
  return {
    headline: before ? voice.fill(words.fromTo, { before, after }) : after,
    lines: [...(noted ? [noted] : []), ...reasonLines(entry, voice), ...findingLines(entry, voice)],
    times: timesOf(entry, voice),
  };
}

/** `active: with a code of Ines`: how the workstation stands now, and why. */
function enrolmentLine(note: string, voice: Voice): string {
  const [state = '', ...why] = note.split(': ');
  const known = Enrolment.safeParse(state);
  if (!known.success) return note;
  const { frame, timeline: words } = voice.words;
  return voice.fill(words.stateWhy, { state: frame.terms.enrolment[known.data], why: voice.phrase(why.join(': ')) });
}

function factLines(facts: NonNullable<TimelineEntry['facts']>, voice: Voice): string[] {
  const brought = CheckId.options.filter((check) => facts[check]);
  if (brought.length > factsTold) return [voice.checks(brought)];
  const { fact } = voice.words.timeline;
  return brought.map((check) => voice.fill(fact, { check: voice.title(check), fact: sayFact(check, facts, voice) }));
}

/** Each reason with what it does, but for the one that decides. */
function reasonLines({ decision }: TimelineEntry, voice: Voice): string[] {
  const { effect: words } = voice.words.frame.terms;
  return (decision?.reasons ?? []).map((reason, index) => {
    const isDeciding = index === 0 && decision?.access !== 'ready';
    const isHeld = reason.effect === 'excused' || reason.effect === 'suspended';
    if (isDeciding || isHeld) return voice.cause(reason);
    return withEffect(voice.problem(reason), words[reason.effect], voice);
  });
}

/** What the reasons do not say: findings that decide nothing, and those that are over. */
function findingLines({ findings = [], decision }: TimelineEntry, voice: Voice): string[] {
  const { frame, timeline: words } = voice.words;
  const isToldAlready = ({ check, code }: FindingView) =>
    decision?.reasons.some((reason) => reason.cause === check && reason.code === code);
  const isOver = ({ outcome }: FindingView) => outcome === 'pass' || outcome === 'not-applicable';
  const over = [...new Set(findings.filter(isOver).map(({ check }) => check))];
  return [
    ...findings
      .filter((finding) => !isOver(finding) && !isToldAlready(finding))
      .map(({ check, code, params, strategy }) =>
        withEffect(voice.say(check, code, params).problem, frame.terms.strategy[strategy], voice),
      ),
    ...(over.length > 0 ? [voice.fill(words.over, { checks: voice.checks(over) })] : []),
  ];
}

function withEffect(problem: string, effect: string, voice: Voice): string {
  return voice.fill(voice.words.timeline.effect, { problem, effect });
}

function timesOf({ drained, latency }: TimelineEntry, voice: Voice): string[] {
  const { timeline: words } = voice.words;
  const times: string[] = [];
  if (drained !== undefined) times.push(voice.fill(words.drained, { span: voice.span(drained) }));
  if (latency) {
    const total = voice.milliseconds(latency.total);
    const own = voice.milliseconds(latency.console);
    times.push(voice.fill(latency.decided ? words.sinceDecision : words.latency, { total, own }));
  }
  return times;
}
