/** What a property list holds. Dates stay the ISO text that they are written in, data its base64. */
export type PlistValue = string | number | boolean | PlistValue[] | { [key: string]: PlistValue };

/**
 * Parses the XML form of a property list, in one pass over the text. Undefined for everything else and for one that
 * was cut off. A general XML library takes seconds for what a confused program may print.
 */
export function parsePlist(text: string): PlistValue | undefined {
  try {
    return new Parser(text).parse();
  } catch (error) {
    if (error instanceof NoPlist) return undefined;
    throw error;
  }
}

class NoPlist extends Error {}

interface Open {
  readonly tag: string;
  readonly values: PlistValue[];
  readonly keys: string[];
}

const deepest = 64;
const containers = new Set(['plist', 'dict', 'array']);
const texts = new Set(['key', 'string', 'integer', 'real', 'date', 'data']);
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class Parser {
  readonly #text: string;
  readonly #open: Open[] = [];
  #root: PlistValue | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): PlistValue {
    while (this.#root === undefined) {
      this.#at = this.#find('<', this.#at);
      const end = this.#text.startsWith('<!--', this.#at)
        ? this.#find('-->', this.#at) + 2
        : this.#find('>', this.#at + 1);
      const tag = this.#text.slice(this.#at + 1, end);
      this.#at = end + 1;
      if (!/^[?!]/.test(tag)) this.#take(tag);
    }
    return this.#root;
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    if (at < 0) throw new NoPlist();
    return at;
  }

  #take(tag: string): void {
    const name = /^\/?[a-z]+/.exec(tag)?.[0] ?? '';
    const isEmpty = tag.endsWith('/');
    if (texts.has(name)) this.#put(name, isEmpty ? '' : this.#untilEndOf(name));
    else if (name === 'true' || name === 'false') this.#push(name === 'true');
    else if (!containers.has(name)) this.#close(name);
    else {
      this.#begin(name);
      if (isEmpty) this.#close(`/${name}`);
    }
  }

  #begin(tag: string): void {
    const isPlaced = tag === 'plist' ? this.#open.length === 0 : this.#open.length > 0;
    if (!isPlaced || this.#open.length > deepest) throw new NoPlist();
    this.#open.push({ tag, values: [], keys: [] });
  }

  #untilEndOf(name: string): string {
    const end = this.#find('<', this.#at);
    const text = this.#text.slice(this.#at, end);
    if (!this.#text.startsWith(`</${name}>`, end)) throw new NoPlist();
    this.#at = end + name.length + 3;
    return decodeText(text);
  }

  #put(name: string, text: string): void {
    if (name === 'key') this.#pushKey(text);
    else if (name !== 'integer' && name !== 'real') this.#push(text);
    else if (text.trim() === '' || Number.isNaN(Number(text))) throw new NoPlist();
    else this.#push(Number(text));
  }

  #pushKey(key: string): void {
    const into = this.#open.at(-1);
    if (into?.tag !== 'dict' || into.keys.push(key) !== into.values.length + 1) throw new NoPlist();
  }

  /** A value of a dictionary comes after its key. */
  #push(value: PlistValue): void {
    const into = this.#open.at(-1);
    const isPlaced = into?.tag === 'dict' ? into.keys.length === into.values.length + 1 : into !== undefined;
    if (!isPlaced) throw new NoPlist();
    into?.values.push(value);
  }

  #close(name: string): void {
    const closed = this.#open.pop();
    if (closed === undefined || name !== `/${closed.tag}`) throw new NoPlist();
    const { tag, keys, values } = closed;
    if (tag !== 'array' && values.length !== (tag === 'dict' ? keys.length : 1)) throw new NoPlist();
    if (tag === 'plist') this.#root = values[0];
    else
      this.#push(tag === 'array' ? values : Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ''])));
  }
}

function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    if (name) return entities[name] ?? all;
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
