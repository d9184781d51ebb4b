import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readers } from '../../../agent/core/checks/index.ts';
import type { Reader } from '../../../agent/core/checks/reader.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { parseSafely } from '../../../agent/core/scanner.ts';
import { CannotTell, Os } from '../../../shared/checks/define.ts';
import { CheckId, checks } from '../../../shared/checks/index.ts';

const pairs = CheckId.options.flatMap((check) =>
  Os.options.flatMap((os) => {
    const reader = readers[check][os];
    return reader === 'unsupported' ? [] : [{ check, os, reader: reader as Reader<unknown> }];
  }),
);
const sources = pairs.flatMap(({ reader, ...rest }) =>
  Object.keys(reader.probes).map((source) => ({ ...rest, reader, source })),
);

type Transcripts = Record<string, Transcript>;

function recordingsOf(check: CheckId, os: Os): Transcripts[] {
  const folder = `${import.meta.dirname}/${check}/${os}`;
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).transcripts);
}

function parse(check: CheckId, reader: Reader<unknown>, transcripts: Transcripts) {
  const context = { now: new Date('2026-11-22T08:00:00Z'), memory: {}, wanted: ['anydesk'] };
  return parseSafely(check, () => reader.parse(transcripts, context));
}

/** One source says this, and nothing else says anything. */
function alone({ reader, source }: (typeof sources)[number], text: string): Transcripts {
  const names = Object.keys(reader.probes);
  const ok: Transcript = { outcome: 'ok', text, changedAt: '2026-11-22T08:00:00.000Z' };
  return Object.fromEntries(names.map((name) => [name, name === source ? ok : { outcome: 'absent' }]));
}

const million = 1_000_000;
/** Milliseconds; a machine that does other things as well takes its time over ten megabytes. */
const hangs = 4_000;
/** One of full size; the others are large enough for anything that takes the square of it to hang. */
const large: readonly [string, string][] = [
  ['ten megabytes', 'a'.repeat(10 * million)],
  ['empty lines', '\n'.repeat(million)],
  ['blanks', ' '.repeat(million)],
  ['short lines', 'a b\n'.repeat(million / 4)],
  ['open brackets', '[{'.repeat(million / 2)],
  ['settings', 'key=value\n'.repeat(million / 10)],
];

describe.each(sources)('$check, $source on $os', (source) => {
  it.each([
    ['nothing', ''],
    ['a line break', '\n'],
    ['zeros', '\0'.repeat(1000)],
    ['half of a list', '[{"name": "eth0", "ty'],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['another alphabet', 'Ошибка: команда не найдена\n'],
    ...large,
  ])('makes no fact of %s', (_what, text) => {
    const startedAt = performance.now();
    const parsed = parse(source.check, source.reader, alone(source, text));
    expect(CannotTell.parse({ ...parsed, detail: undefined })).toHaveProperty('cannotTell');
    expect(performance.now() - startedAt).toBeLessThan(hangs);
  });

  it('makes no fact of random bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array).toString('utf8'));
    fc.assert(
      fc.property(bytes, (text) => {
        expect(parse(source.check, source.reader, alone(source, text))).toHaveProperty('cannotTell');
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(pairs)('$check on $os', ({ check, os, reader }) => {
  const recordings = recordingsOf(check, os);

  /** Real answers, one of which was cut, doubled or has something in its middle. */
  const damaged = fc
    .record({ of: fc.constantFrom(...recordings), probe: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }) })
    .chain(({ of, probe, at }) =>
      fc
        .record({ how: fc.constantFrom('cut', 'double', 'insert'), piece: fc.string({ maxLength: 20 }) })
        .map(({ how, piece }) => damage(of, probe, (text) => damageText(text, { how, piece, at }))),
    );

  it('stays well-formed when an answer is damaged', () => {
    fc.assert(
      fc.property(damaged, (transcripts) => {
        const parsed = parse(check, reader, transcripts);
        const isSound = 'fact' in parsed ? checks[check].fact.safeParse(parsed.fact).success : 'cannotTell' in parsed;
        expect(isSound).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function damage(transcripts: Transcripts, probe: number, change: (text: string) => string): Transcripts {
  const names = Object.keys(transcripts).filter((name) => transcripts[name]?.outcome === 'ok');
  const name = names[probe % Math.max(1, names.length)];
  const transcript = name === undefined ? undefined : transcripts[name];
  if (name === undefined || transcript?.outcome !== 'ok') return transcripts;
  return { ...transcripts, [name]: { ...transcript, text: change(transcript.text) } };
}

function damageText(text: string, { how, piece, at }: { how: string; piece: string; at: number }): string {
  const place = Math.floor(text.length * at);
  if (how === 'cut') return text.slice(0, place);
  return how === 'double' ? text + text.slice(place) : text.slice(0, place) + piece + text.slice(place);
}
