import {
  type Claims,
  type Link,
  stateOf,
  type Verdict,
  type VerdictState,
  verdictStates,
} from '../../../../shared/protocol/report-chain.ts';
import type { Voice } from '../../voice.ts';

/** What the verification found about one report, a sentence each. */
export function sayVerdict({ faults, link }: Verdict, voice: Voice): string[] {
  const { reports: words } = voice.words;
  const isForged = faults.includes('signature');
  // What was changed may well have lost its form; that says nothing of who wrote it.
  const told = isForged ? faults.filter((fault) => fault !== 'form') : faults;
  return [...(isForged ? [] : [words.genuine]), ...told.map((fault) => words.faults[fault]), ...sayLink(link, voice)];
}

function sayLink(link: Link, { words, count }: Voice): string[] {
  if (link.kind === 'unknown') return [];
  const { links } = words.reports;
  return [link.kind === 'missing' ? count(links.missing, link.count) : links[link.kind]];
}

/** The sum of a verification, by what is worst in it. */
export interface Outcome {
  readonly worst: VerdictState;
  readonly title: string;
}

export function outcomeOf(verdicts: readonly Verdict[], { words, count }: Voice): Outcome {
  const { outcome } = words.reports;
  const states = verdicts.map(stateOf);
  const odd = (['broken', 'unreadable', 'gap'] as const).flatMap((state) => {
    const of = states.filter((one) => one === state).length;
    return of > 0 ? [count(outcome[state], of)] : [];
  });
  return {
    worst: verdictStates.findLast((state) => states.includes(state)) ?? 'proved',
    title: count(odd.length === 0 ? outcome.whole : outcome.odd, verdicts.length, { odd: odd.join(', ') }),
  };
}

/** What a report brought: `VPN, System updates · 14 unchanged`. */
export function sayBrought(claims: Claims | undefined, { words, title, count }: Voice): string {
  const { brought } = words.reports;
  if (!claims) return brought.unreadable;
  const names = Object.keys(claims.facts).map(title);
  const same = Object.keys(claims.same).length;
  const news = names.length > 0 ? names.join(', ') : brought.nothing;
  return same > 0 ? `${news} · ${count(brought.unchanged, same)}` : news;
}

/** `812 bytes`, `1.4 kB`. */
export function saySize(letters: number, { words, count, fill, number }: Voice): string {
  const { bytes, kilobytes } = words.reports;
  return letters < 1000 ? count(bytes, letters) : fill(kilobytes, { number: number(Math.round(letters / 100) / 10) });
}

interface FileNames {
  readonly report: string;
  readonly key: string;
}

/** A program for people to try: what this page does, by another library. */
export function joseScript({ report, key }: FileNames): string {
  return [
    "import { readFileSync } from 'node:fs';",
    "import { compactVerify, importJWK } from 'jose';",
    `const key = await importJWK(JSON.parse(readFileSync('${key}', 'utf8')));`,
    `const { payload } = await compactVerify(readFileSync('${report}', 'utf8'), key);`,
    'console.log(new TextDecoder().decode(payload));',
  ].join('\n');
}

export function hashCommand(report: string): string {
  return `openssl dgst -sha256 -binary ${report} | basenc --base64url | tr -d =`;
}
