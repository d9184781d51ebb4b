import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readers } from '../../../agent/core/checks/index.ts';
import type { ReaderContext } from '../../../agent/core/checks/reader.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { parseSafely } from '../../../agent/core/scanner.ts';
import { Os } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';

// Logs of the system are in local time.
process.env['TZ'] = 'UTC';

const Recording = z.strictObject({
  about: z.string().min(10),
  source: z.string().min(5),
  transcripts: z.record(z.string(), z.unknown()),
  context: z.object({
    now: z.iso.datetime(),
    memory: z.record(z.string(), z.string()),
    wanted: z.array(z.string()),
  }),
  expected: z.unknown(),
});

const folder = (check: CheckId, os: Os) => `${import.meta.dirname}/${check}/${os}`;
const pairs = CheckId.options.flatMap((check) =>
  Os.options.filter((os) => readers[check][os] !== 'unsupported').map((os) => [check, os] as const),
);

describe.each(pairs)('%s on %s', (check, os) => {
  const reader = readers[check][os];
  if (reader === 'unsupported') throw new Error('listed only where there is a reader');
  const recordings = readdirSync(folder(check, os)).map((file) => {
    const recording = Recording.parse(JSON.parse(readFileSync(`${folder(check, os)}/${file}`, 'utf8')));
    return { situation: file.replace('.json', ''), ...recording };
  });

  it.each(recordings)('$situation: $about', ({ transcripts, context, expected }) => {
    expect(Object.keys(transcripts).sort()).toEqual(Object.keys(reader.probes).sort());
    const parsed = parseSafely(check, () =>
      reader.parse(
        transcripts as Record<string, Transcript>,
        { ...context, now: new Date(context.now) } as ReaderContext,
      ),
    );
    expect(parsed).toEqual(expected);
  });

  it('has a recording in which nothing could be told', () => {
    expect(recordings.filter(({ expected }) => 'cannotTell' in (expected as object)).length).toBeGreaterThan(0);
  });

  it.each(['ok', 'absent', 'denied', 'timeout', 'too-large', 'failed'] as const)(
    'makes something well-formed when every probe ends in %s',
    (outcome) => {
      const transcript: Transcript = outcome === 'ok' ? { outcome, text: '\u0000{"half": ' } : { outcome };
      const transcripts = Object.fromEntries(Object.keys(reader.probes).map((name) => [name, transcript]));
      const parsed = parseSafely(check, () =>
        reader.parse(transcripts, { now: new Date('2026-11-22T08:00:00Z'), memory: {}, wanted: ['anydesk'] }),
      );
      expect(parsed).toMatchObject({ cannotTell: outcome === 'ok' ? 'unparsable' : outcome });
    },
  );
});
