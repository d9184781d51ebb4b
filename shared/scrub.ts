/** What names a person or a machine, as far as it is known beforehand. */
export interface Names {
  readonly accounts: readonly string[];
  /** People, each with every name they go by. */
  readonly people?: readonly (readonly string[])[];
  readonly host: string;
}

/** Accounts that every system has tell nothing of anybody. */
const everybodys = new Set(['root', 'nobody', 'administrator', 'guest', 'user', 'admin', 'system']);

/** Addresses that readers ask about themselves, and those that stand for everything. */
const questions = new Set(['1.1.1.1', '208.67.222.222', '0.0.0.0', '128.0.0.0', '255.255.255.255']);

const patterns = {
  uuid: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  mac: /\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/gi,
  ipv4: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g,
  ipv6: /(?<![\w:])(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2})(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi,
  mail: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
};

/**
 * Puts stand-ins in the place of account names, the PC's name, hardware addresses, UUIDs, mail addresses and public
 * network addresses. The same thing gets the same stand-in throughout, so that what belongs together still does.
 */
export class Scrubber {
  readonly #standIns = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  #words: readonly (readonly [RegExp, string])[] = [];

  constructor({ accounts, people = [], host }: Names, texts: Iterable<string>) {
    const found = [...texts].flatMap(accountsIn);
    const known = [...people, ...[...accounts, ...found].map((name) => [name])];
    const words = known.flatMap((names) => {
      const telling = names.filter(isTelling);
      return telling.map((name): [string, string] => [name, this.#standIn('person', telling[0] ?? name)]);
    });
    const hosts = [host, host.split('.', 1)[0] ?? ''].filter((name) => name !== 'localhost' && isTelling(name));
    const all = [...words, ...hosts.map((name): [string, string] => [name, 'this-pc'])];
    // The longest first: one name may be the beginning of another.
    this.#words = all
      .toSorted(([left], [right]) => right.length - left.length)
      .map(([name, standIn]) => [wordOf(name), standIn]);
  }

  scrub(text: string): string {
    let clean = text.replace(/^([^:\n]+:[^:\n]*:\d+:\d+:)[^:\n]*(:[^:\n]*:[^:\n]*)$/gm, '$1$2');
    clean = clean.replace(patterns.mail, (found) => `${this.#standIn('person', found)}@example.test`);
    for (const [name, standIn] of this.#words) clean = clean.replace(name, standIn);
    return clean
      .replace(patterns.uuid, (found) => this.#numbered('uuid', found, (count) => uuidOf(count)))
      .replace(patterns.mac, (found) => (isSpecialMac(found) ? found : this.#numbered('mac', found, macOf(found))))
      .replace(patterns.ipv6, (found) => this.#numbered('ipv6', found, (count) => `2001:db8::${count.toString(16)}`))
      .replace(patterns.ipv4, (found) => (isPublic(found) ? this.#numbered('ipv4', found, publicOf) : found));
  }

  #standIn(sort: string, name: string): string {
    return this.#numbered(sort, name.toLowerCase(), (count) => `${sort}${count}`);
  }

  #numbered(sort: string, found: string, make: (count: number) => string): string {
    const key = `${sort} ${found.toLowerCase()}`;
    const known = this.#standIns.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(sort) ?? 0) + 1;
    this.#counts.set(sort, count);
    const standIn = make(count);
    this.#standIns.set(key, standIn);
    return standIn;
  }
}

/** The name as a word of its own. */
function wordOf(name: string): RegExp {
  const plain = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${plain}(?![\\p{L}\\p{N}_-])`, 'giu');
}

function isTelling(name: string): boolean {
  return name.length > 1 && !everybodys.has(name.toLowerCase());
}

/** People's accounts in `/etc/passwd`, and whose home folders are named. */
function accountsIn(text: string): string[] {
  const listed = [...text.matchAll(/^([^:\n]+):[^:\n]*:(\d+):\d+:[^:\n]*:[^:\n]*:[^:\n]*$/gm)]
    .filter(([, , uid]) => Number(uid) >= 1000 && Number(uid) < 65_000)
    .map(([, name]) => name ?? '');
  const homes = [...text.matchAll(/(?:\/home\/|\/Users\/|\\Users\\\\?)([^/\\\s"':,]+)/g)].map(([, name]) => name ?? '');
  return [...listed, ...homes.filter((name) => !/^(?:shared|public|default)$/i.test(name))];
}

function isPublic(address: string): boolean {
  if (questions.has(address)) return false;
  const [first = 0, second = 0] = address.split('.').map(Number);
  const isPrivate = first === 10 || (first === 172 && second >= 16 && second < 32) || (first === 192 && second === 168);
  // Shared by providers, link-local, this PC itself, masks and multicast.
  const isExample = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address);
  const isOther = isExample || (first === 100 && second >= 64 && second < 128) || (first === 169 && second === 254);
  return !isPrivate && !isOther && first !== 127 && first !== 0 && first < 224;
}

/** An address of the ranges for documentation. */
function publicOf(count: number): string {
  const ranges = ['203.0.113', '198.51.100', '192.0.2'];
  return `${ranges[Math.floor((count - 1) / 254) % ranges.length]}.${((count - 1) % 254) + 1}`;
}

function isSpecialMac(mac: string): boolean {
  return /^(?:00[:-]){5}00$|^(?:ff[:-]){5}ff$/i.test(mac);
}

/** Keeps who made the card: readers may know a virtual machine by it. */
function macOf(mac: string): (count: number) => string {
  const separator = mac.includes('-') ? '-' : ':';
  const maker = mac.split(separator).slice(0, 3);
  return (count) => {
    const own = [count >> 16, count >> 8, count].map((byte) => (byte & 255).toString(16).padStart(2, '0'));
    return [...maker, ...own].join(separator);
  };
}

function uuidOf(count: number): string {
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
}
