import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readers } from '../../../agent/core/checks/index.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { parseSafely } from '../../../agent/core/scanner.ts';
import { CheckId } from '../../../shared/checks/index.ts';

const context = { now: new Date('2026-11-22T08:00:00Z'), memory: {}, wanted: ['anydesk', 'teamviewer'] };
const sources = CheckId.options.flatMap((check) => {
  const reader = readers[check].macos;
  return reader === 'unsupported' ? [] : Object.keys(reader.probes).map((probe) => ({ check, probe, reader }));
});
type Source = (typeof sources)[number];

/** What one source makes of a text, everything else being absent, as `parse` does it. */
function parse({ check, probe, reader }: Source, text: string) {
  const transcripts = Object.fromEntries(
    Object.keys(reader.probes).map((name): [string, Transcript] => [
      name,
      { outcome: name === probe ? 'ok' : 'absent', text },
    ]),
  );
  return parseSafely(check, () => reader.parse(transcripts, context));
}

/** Texts of this source in the recordings. */
function recorded({ check, probe }: Source): string[] {
  const folder = `${import.meta.dirname}/../checks/${check}/macos`;
  const texts = readdirSync(folder).flatMap((file) => {
    const { transcripts } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    return transcripts[probe]?.text ? [transcripts[probe].text as string] : [];
  });
  return [...new Set(texts)];
}

describe.each(sources)('$check.$probe', (source) => {
  const texts = recorded(source);

  it('makes a well-formed answer of every damaged text', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...(texts.length > 0 ? texts : ['x'])),
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.string({ maxLength: 20 }),
      )
      .map(([text, at, length, put]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + put + text.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const parsed = parse(source, text);
        expect('fact' in parsed || 'cannotTell' in parsed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('makes no fact of noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parse(source, text)).toHaveProperty('cannotTell');
      }),
      { numRuns: 60 },
    );
  });

  it('comes to an end with ten megabytes', () => {
    const size = 10 * 1024 * 1024;
    const pieces = ['\n', ' ', '<', '[', '{"a":', 'a', 'utun4: flags=8051<UP> mtu 1\n', ...texts.slice(0, 2)];
    const startedAt = performance.now();
    const results = pieces.map((piece) => parse(source, piece.repeat(Math.ceil(size / piece.length)).slice(0, size)));
    expect(results.every((result) => 'fact' in result || 'cannotTell' in result)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(25_000);
  }, 60_000);
});
