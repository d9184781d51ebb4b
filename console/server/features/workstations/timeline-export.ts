import type { TimelineEntry } from '../../../../shared/protocol/views.ts';
import { Scrubber } from '../../../../shared/scrub.ts';
import type { Db } from '../../store/engine.ts';
import type { Workstation } from './roster.ts';
import { listActors } from './store.ts';
import { readTimeline } from './timeline.ts';

const pageSize = 200;

/** Who acts without being anybody. */
const nobody = ['command line', 'shiftgate'];

/** Said in the file itself, so that whoever gets it knows what is missing. */
const removed = [
  'codes, tokens, passwords and what follows the ? of a link, wherever people wrote them: [code], [token], [secret], …',
  'names of people: person1, person2, …; the name of the PC: this-pc',
  'mail addresses, public network addresses, hardware addresses and UUIDs: stand-ins, the same one throughout',
];

/** The whole timeline as JSON lines, newest first, for people outside: no secret and no name is in it. */
export async function* exportTimeline(
  db: Db,
  workstation: Workstation,
  { now, programs }: { now: Date; programs: readonly string[] | undefined },
): AsyncGenerator<string> {
  const { id, system, agentVersion, hostName, person } = workstation;
  const actors = (await listActors(db, id)).filter((actor) => !nobody.includes(actor));
  const people = [...new Set([person ?? [], actors].flat())].map(namesOf);
  const scrubber = new Scrubber({ accounts: [], people, host: hostName }, []);
  yield line({ workstation: id, system, agentVersion, exportedAt: now.toISOString(), removed });
  for (let before: string | undefined; ; ) {
    const { rows, next } = await readTimeline(db, id, { before, limit: pageSize, programs });
    yield rows.map((entry) => line(cleanEntry(entry, scrubber))).join('');
    if (!next) return;
    before = next;
  }
}

/** A person by their full name and by each part of it, as people write to each other. */
function namesOf(name: string): string[] {
  return [name, ...name.split(/\s+/).filter((part) => part.length > 2)];
}

/** What people wrote may hold anything; what was read on the PC holds names and addresses at most. */
export function cleanEntry(entry: TimelineEntry, scrubber: Scrubber): TimelineEntry {
  const written = (text: string) => scrubber.scrub(withoutSecrets(text));
  const read = (text: string) => scrubber.scrub(text);
  const { by, note, decision, findings, facts } = entry;
  return {
    ...entry,
    ...(by !== undefined && { by: read(by) }),
    ...(note !== undefined && { note: written(note) }),
    ...(decision && {
      decision: {
        ...decision,
        reasons: decision.reasons.map((one) => ({ ...one, params: mapTexts(one.params, written) })),
      },
    }),
    ...(findings && { findings: findings.map((one) => ({ ...one, params: mapTexts(one.params, read) })) }),
    ...(facts && { facts: mapTexts(facts, read) }),
  };
}

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bshiftgate:\/\/\S+/gi, '[link]'],
  [/(\bhttps?:\/\/)[^\s/@]+@/gi, '$1'],
  [/(\bhttps?:\/\/[^\s?#]+)[?#]\S*/gi, '$1?[…]'],
  [/\bsgt_[\w-]+|\beyJ[\w-]+(?:\.[\w-]+){1,2}|(?<![\w-])[\w-]{32,}/g, '[token]'],
  [/(?<![\w-])[a-z2-9]{4}(?:-[a-z2-9]{4}){2}(?![\w-])/gi, '[code]'],
  [/(?<![\d.,:])\d{3}[ -]?\d{3}(?![\d.,:]\d|\d)/g, '[code]'],
  [
    /((?<!\p{L})(?:pass(?:word|code|phrase|wort)|passwort|kennwort|mot de passe|contraseña|senha|pin)(?:\s+(?:is|ist|est|es|é)|\s*[:=])\s*)\S+/giu,
    '$1[secret]',
  ],
];

function withoutSecrets(text: string): string {
  return secrets.reduce((clean, [pattern, standIn]) => clean.replace(pattern, standIn), text);
}

/** The same with every text in it changed. */
function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string' ? change(inner) : inner,
  );
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
