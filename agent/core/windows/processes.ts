import { z } from 'zod';
import type { CommandProbe, RunningProcess, Transcript } from '../host/probe.ts';

const Processes = z.array(
  z.object({ pid: z.number(), comm: z.string(), exe: z.string().optional(), title: z.string().optional() }),
);

/** Names and numbers only, without headings, and so the same in every language. */
export const tasklist = (insteadOf: string, why: string): CommandProbe => ({
  kind: 'command',
  paths: ['%System32%\\tasklist.exe'],
  args: ['/fo', 'csv', '/nh'],
  insteadOf,
  why,
});

/** Accepts the agent's own list, and what `tasklist /fo csv` prints. Undefined for anything else. */
export function parseProcesses(transcript: Transcript): RunningProcess[] | undefined {
  if (transcript.outcome !== 'ok') return undefined;
  const { text } = transcript;
  if (/^\s*"/.test(text)) return parseTasklist(text);
  try {
    return Processes.parse(JSON.parse(text)) as RunningProcess[];
  } catch {
    return undefined;
  }
}

/** `"chrome.exe","1234","Console","1","123.456 K"`; the number tells a line from headings. */
function parseTasklist(text: string): RunningProcess[] | undefined {
  const found = text.split(/\r?\n/).flatMap((line): RunningProcess[] => {
    const [, name, pid] = /^"([^"]{1,260})","(\d{1,10})",/.exec(line) ?? [];
    return name === undefined ? [] : [{ pid: Number(pid), comm: name, exe: name }];
  });
  return found.length === 0 ? undefined : found;
}
