import type { Plural } from '../../../../shared/words/shape.ts';

/** French tells millions apart too, in which nothing of ours comes. */
export function plural(one: string, other: string): Plural {
  return { one, many: other, other };
}
