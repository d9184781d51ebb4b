import type { Report } from '../../../shared/protocol/report.ts';

/** One value of a report that is not as it was in the one before. */
export interface Change {
  /** Where in the fact: `links.0.security`. */
  readonly path: string;
  readonly before?: string;
  readonly now?: string;
}

type Facts = Report['facts'];

/** What a fact says now that it did not say when it was last sent, value by value. `undefined`: never sent before. */
export function changesOf(now: Facts[keyof Facts], before: Facts[keyof Facts]): readonly Change[] | undefined {
  if (!before) return undefined;
  const left = valuesIn(before);
  const right = valuesIn(now);
  const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => path !== 'readAt');
  return paths
    .filter((path) => left.get(path) !== right.get(path))
    .map((path) => {
      const [old, fresh] = [left.get(path), right.get(path)];
      return {
        path: path.replace(/^fact\./, ''),
        ...(old !== undefined && { before: old }),
        ...(fresh !== undefined && { now: fresh }),
      };
    });
}

function valuesIn(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path.join('.'), String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...valuesIn(inner, [...path, key])]));
}
