import type { PolicyProblem } from '../../shared/policy/parse.ts';
import { ApiError } from './api.ts';

/** Mistakes of a policy file, one a line, in the form that editors and terminals turn into links. */
export function sayProblems(file: string, problems: readonly PolicyProblem[]): string {
  return problems
    .map(({ line, column, field, message, remedy }) => `${file}:${line}:${column} ${field}: ${message} ${remedy}`)
    .join('\n');
}

/** Turns a refused policy into its mistakes by line; throws on whatever it gets. */
export function saidOf(file: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof ApiError && error.problems.length > 0 ? new Error(sayProblems(file, error.problems)) : error;
  };
}
