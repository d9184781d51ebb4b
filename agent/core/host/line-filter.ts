import { StringDecoder } from 'node:string_decoder';

/** Collects output up to a limit; with `keep`, only the lines that match, so that large lists stay small in memory. */
export class LineFilter {
  readonly #keep: RegExp | undefined;
  readonly #limit: number;
  readonly #decoder = new StringDecoder('utf8');
  readonly #parts: string[] = [];
  #unfinished = '';
  #bytes = 0;

  constructor(keep: RegExp | undefined, limit: number) {
    this.#keep = keep;
    this.#limit = limit;
  }

  /** False when the limit is exceeded; the rest is not wanted then. */
  push(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limit) return false;
    this.#take(this.#decoder.write(chunk));
    return true;
  }

  /** Another file begins: its first line does not run on from the last one of the file before. */
  endFile(): void {
    const last = this.#keep ? this.#unfinished : this.#parts.at(-1);
    if (last && !last.endsWith('\n')) this.#take('\n');
  }

  end(): string {
    this.#take(`${this.#decoder.end()}`);
    if (this.#unfinished && (!this.#keep || this.#keep.test(this.#unfinished))) this.#parts.push(this.#unfinished);
    return this.#parts.join('');
  }

  #take(text: string): void {
    if (!this.#keep) {
      this.#parts.push(text);
      return;
    }
    const lines = (this.#unfinished + text).split('\n');
    this.#unfinished = lines.pop() ?? '';
    for (const line of lines) if (this.#keep.test(line)) this.#parts.push(`${line}\n`);
  }
}
