/**
 * What the server and the checks say, by its English: refusals, mistakes in a policy or a file, facts in a line.
 * `test/web/words.test.ts` finds those that are missing.
 */
export const phrases: Readonly<Record<string, string>> = {};
