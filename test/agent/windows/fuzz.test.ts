import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readers } from '../../../agent/core/checks/index.ts';
import type { Parsed } from '../../../agent/core/checks/reader.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { parseSafely } from '../../../agent/core/scanner.ts';
import { CheckId } from '../../../shared/checks/index.ts';

type Transcripts = Readonly<Record<string, Transcript>>;

const read = CheckId.options.filter((id) => readers[id].windows !== 'unsupported');

function recordingsOf(check: CheckId): Transcripts[] {
  const folder = `${import.meta.dirname}/../checks/${check}/windows`;
  return readdirSync(folder).map(
    (file) => (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { transcripts: Transcripts }).transcripts,
  );
}

function parse(check: CheckId, transcripts: Transcripts): Parsed<unknown> {
  const reader = readers[check].windows;
  if (reader === 'unsupported') throw new Error('listed only where there is a reader');
  const context = { now: new Date('2026-07-20T08:00:00Z'), memory: {}, wanted: ['anydesk', 'process:x.exe'] };
  return parseSafely(check, () => reader.parse(transcripts, context));
}

/** A text with a piece cut out, doubled or replaced. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  put: fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 30 }),
    fc.constantFrom('null', '-1', '[]', '{}', '"', '\\', ','),
  ),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function hurt(transcript: Transcript, { at, length, put }: Damage): Transcript {
  if (transcript.outcome !== 'ok') return transcript;
  const start = Math.floor(at * transcript.text.length);
  return { ...transcript, text: transcript.text.slice(0, start) + put + transcript.text.slice(start + length) };
}

describe.each(read)('the Windows reader of %s', (check) => {
  const recordings = recordingsOf(check);

  it('makes a well-formed fact or a reason of damaged outputs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recordings),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (recording, hurts) => {
          const damaged = Object.entries(recording).map(([name, transcript], index) => {
            const one = hurts[index % hurts.length];
            return [name, one ? hurt(transcript, one) : transcript];
          });
          const parsed = parse(check, Object.fromEntries(damaged) as Transcripts);
          expect('fact' in parsed || typeof parsed.cannotTell === 'string').toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes nothing of random texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
        const all = Object.keys(recordings[0] ?? {}).map((name) => [name, { outcome: 'ok', text }]);
        expect(parse(check, Object.fromEntries(all) as Transcripts)).not.toHaveProperty('fact');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['blanks', ' '],
    ['empty lines', '\r\n'],
    ['brackets', '['],
    ['quotes', '"'],
    ['labels', '    x : y\r\n'],
    ['registry lines', 'HKEY_LOCAL_MACHINE\\X\r\n    a    REG_SZ    b\r\n'],
    ['errors of the Wi-Fi service', 'WlanQueryInterface '],
  ])('does not hang on 10 MB of %s', (_what, piece) => {
    const text = piece.repeat(Math.ceil(10_000_000 / piece.length));
    const all = Object.keys(recordings[0] ?? {}).map((name) => [name, { outcome: 'ok', text }]);
    const startedAt = performance.now();
    const parsed = parse(check, Object.fromEntries(all) as Transcripts);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect('fact' in parsed || typeof parsed.cannotTell === 'string').toBe(true);
  });
});
