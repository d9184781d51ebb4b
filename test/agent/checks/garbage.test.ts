import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readers } from '../../../agent/core/checks/index.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { parseSafely } from '../../../agent/core/scanner.ts';
import { Os } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';

type Transcripts = Record<string, Transcript>;

const pairs = CheckId.options.flatMap((check) =>
  Os.options.filter((os) => readers[check][os] !== 'unsupported').map((os) => [check, os] as const),
);
const context = { now: new Date('2026-11-22T08:00:00Z'), memory: {}, wanted: ['anydesk'] };

function parse(check: CheckId, os: Os, transcripts: Transcripts) {
  const reader = readers[check][os];
  if (reader === 'unsupported') throw new Error('listed only where there is a reader');
  return parseSafely(check, () => reader.parse(transcripts, context));
}

function recorded(check: CheckId, os: Os): Transcripts[] {
  const folder = `${import.meta.dirname}/${check}/${os}`;
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).transcripts);
}

/** One text that was recorded, damaged as a crash, a pipe or another version might. */
const damages = fc.oneof(
  fc.nat(4000).map((at) => (text: string) => text.slice(0, at)),
  fc.tuple(fc.nat(4000), fc.string({ unit: 'binary', maxLength: 12 })).map(
    ([at, noise]) =>
      (text: string) =>
        text.slice(0, at) + noise + text.slice(at + noise.length),
  ),
  fc.tuple(fc.nat(4000), fc.nat(400)).map(
    ([at, length]) =>
      (text: string) =>
        text.slice(0, at) + text.slice(at + length),
  ),
  fc.constantFrom(
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => text + text,
  ),
);

describe.each(pairs)('%s on %s', (check, os) => {
  const all = recorded(check, os);
  const names = Object.keys(all[0] ?? {});

  it('makes nothing of noise', () => {
    const noise = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.array(noise, { minLength: names.length, maxLength: names.length }), (texts) => {
        const transcripts = names.map((name, at) => [name, { outcome: 'ok', text: texts[at] ?? '' }] as const);
        expect(parse(check, os, Object.fromEntries(transcripts))).toHaveProperty('cannotTell');
      }),
      { numRuns: 150 },
    );
  });

  it('stays well-formed whatever happens to one of its texts', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), damages, (which, part, damage) => {
        const transcripts = all[which % all.length] ?? {};
        const name = names[part % names.length] ?? '';
        const whole = transcripts[name];
        if (whole?.outcome !== 'ok') return;
        const damaged = { ...transcripts, [name]: { ...whole, text: damage(whole.text) } };
        expect(Object.keys(parse(check, os, damaged))).toContainEqual(expect.stringMatching(/^(fact|cannotTell)$/));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['of zeros', '\0'.repeat(10_000_000)],
    ['in one line', 'ab cd:ef "gh" 12 '.repeat(600_000)],
    ['of brackets', '['.repeat(10_000_000)],
    ['in short lines', 'name: x 1\n'.repeat(1_000_000)],
  ])('takes 10 MB %s for nothing, soon', (_what, text) => {
    const startedAt = performance.now();
    for (const name of names) {
      const absent = Object.fromEntries(names.map((other): [string, Transcript] => [other, { outcome: 'absent' }]));
      expect(parse(check, os, { ...absent, [name]: { outcome: 'ok', text } })).toHaveProperty('cannotTell');
      const among = parse(check, os, { ...all[0], [name]: { outcome: 'ok', text } });
      expect(Object.keys(among)).toContainEqual(expect.stringMatching(/^(fact|cannotTell)$/));
    }
    expect((performance.now() - startedAt) / names.length).toBeLessThan(3000);
  });
});
