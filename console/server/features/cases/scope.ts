import type { AccessEntry, AccessReader } from '../../access/board.ts';
import type { Turn } from '../../rest.ts';
import type { Roster } from '../workstations/roster.ts';
import { CaseBook, isWritten, type OpenCase, troublesOf } from './book.ts';

interface ScopeSources {
  readonly book: CaseBook;
  readonly board: AccessReader;
  readonly roster: Roster;
}

/** Every open case as somebody sees it who is concerned with these programs alone; undefined: with all of them. */
export async function bookWithin(
  programs: readonly string[] | undefined,
  { book, board, roster }: ScopeSources,
  turn: Turn,
): Promise<CaseBook> {
  if (programs === undefined) return book;
  const within = new CaseBook();
  for (const workstation of [...book.workstations()]) {
    if (turn.isOver) await turn.next();
    if (!roster.find(workstation)?.programs.some((program) => programs.includes(program))) continue;
    for (const seen of casesWithin(programs, book.of(workstation), board.of(workstation))) within.add(seen);
    within.place(workstation);
  }
  return within;
}

/** The open cases of one workstation, as far as they concern these programs. */
export function casesWithin(
  programs: readonly string[] | undefined,
  cases: readonly OpenCase[],
  entries: readonly AccessEntry[],
): readonly OpenCase[] {
  if (programs === undefined) return cases;
  const troubles = troublesOf(entries.filter(({ program }) => programs.includes(program)));
  return cases.flatMap((open) => {
    const requests = open.requests.filter(({ program }) => program === undefined || programs.includes(program));
    const own = { ...open, requests, programs: open.programs.filter((program) => programs.includes(program)) };
    if (isWritten(open)) return open.programs.length === 0 || own.programs.length > 0 ? [own] : [];
    const trouble = troubles.get(open.cause);
    if (trouble) return [{ ...own, ...trouble, since: trouble.since ?? open.since }];
    return requests.length > 0 ? [{ ...own, standing: 'none' as const, locksAt: undefined }] : [];
  });
}
