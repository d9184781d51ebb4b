import { describe, expect, it } from 'vitest';
import type { Reader } from '../../agent/core/checks/reader.ts';
import type { Host } from '../../agent/core/host/host.ts';
import type { CommandProbe, Probe, Transcript } from '../../agent/core/host/probe.ts';
import { readProbes } from '../../agent/core/scanner.ts';

const command = (path: string, more: Partial<CommandProbe> = {}): CommandProbe => ({
  kind: 'command',
  paths: [path],
  args: [],
  why: 'a test',
  ...more,
});

describe('a probe that is needed only when another one has not said enough', () => {
  const slow = command('/slow', { unless: { probes: ['first', 'second'], said: /^Security/m } });
  const reader = {
    probes: { first: command('/first'), second: command('/second'), slow },
    parse: () => ({ cannotTell: 'absent' }),
  } as Reader<unknown>;

  it.each<[string, Transcript, Transcript, boolean]>([
    ['one of them did', { outcome: 'absent' }, { outcome: 'ok', text: 'Name\nSecurity' }, false],
    ['both spoke of other things', { outcome: 'ok', text: 'Name' }, { outcome: 'ok', text: '' }, true],
    ['neither could be read', { outcome: 'timeout' }, { outcome: 'denied' }, true],
  ])('when %s', async (_what, first, second, isRun) => {
    const asked: string[] = [];
    const answers: Record<string, Transcript> = {
      '/first': first,
      '/second': second,
      '/slow': { outcome: 'ok', text: 'slow' },
    };
    const read = async (probe: Probe) => {
      const [path = ''] = (probe as CommandProbe).paths;
      asked.push(path);
      return answers[path] ?? { outcome: 'failed' };
    };
    const transcripts = await readProbes(reader, { read } as unknown as Host);
    expect(asked.includes('/slow')).toBe(isRun);
    expect(transcripts['slow']).toEqual(
      isRun ? { outcome: 'ok', text: 'slow' } : { outcome: 'absent', detail: 'not needed' },
    );
  });
});
