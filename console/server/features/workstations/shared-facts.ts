import { CheckId, Readings } from '../../../../shared/checks/index.ts';

type Reading = NonNullable<Readings[CheckId]>;

/** Reads readings from the store. Facts that many PCs share, and most are, are parsed and kept once. */
export class SharedFacts {
  /** What was read, without the time, by its text. */
  readonly #known = new Map<string, Reading>();

  /** Undefined when this version cannot read one of them. */
  read(text: string): Readings | undefined {
    const stored = Object.entries(JSON.parse(text) as Record<string, Reading>);
    const readings: Record<string, Reading> = {};
    for (const [check, reading] of stored) {
      const id = CheckId.safeParse(check);
      // A check of another version: its facts are of no use here.
      if (!id.success) continue;
      const read = this.#read(id.data, reading);
      if (!read) return undefined;
      readings[check] = read;
    }
    return readings as Readings;
  }

  #read(check: CheckId, { readAt, ...what }: Reading): Reading | undefined {
    const key = `${check} ${JSON.stringify(what)}`;
    const known = this.#known.get(key);
    if (known) return { ...known, readAt };
    const parsed = Readings.shape[check].safeParse({ readAt, ...what }).data;
    if (parsed) this.#known.set(key, parsed);
    return parsed;
  }
}
