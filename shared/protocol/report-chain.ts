import { z } from 'zod';
import { Instant } from '../time.ts';
import { jwsTypes, type PublicKey, Report } from './report.ts';
import type { RecordedReport } from './views.ts';

/** What is needed of WebCrypto. Browsers have it on pages that came over https or from this machine itself. */
export interface Subtle {
  importKey(
    format: 'jwk',
    key: PublicKey,
    algorithm: { name: string; namedCurve: string },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>;
  verify(
    algorithm: { name: string; hash: string },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** What of the payload is needed here: a report of a later version can still be followed. */
const Claims = z.object({
  ...Report.pick({ workstation: true, seq: true, prev: true }).shape,
  observedAt: Instant.optional().catch(undefined),
  facts: z.record(z.string(), z.unknown()).catch({}),
  same: z.record(z.string(), z.unknown()).catch({}),
});
export type Claims = z.infer<typeof Claims>;

/** A report taken apart; what cannot be read is absent. */
export interface OpenedReport {
  readonly header: unknown;
  readonly payload: unknown;
  /** Base64url. */
  readonly signature: string;
  readonly claims: Claims | undefined;
}

export function openReport(jws: string): OpenedReport {
  const [header = '', body = '', signature = ''] = jws.split('.');
  const payload = readJson(body);
  return { header: readJson(header), payload, signature, claims: Claims.safeParse(payload).data };
}

/**
 * What is wrong with a report by itself: `signature`: not made by this key · `workstation`: signed for another one ·
 * `number`, `hash`: kept under another number or hash than its own · `order`: not above the number before it ·
 * `form`: not a report as it is known here.
 */
export type Fault = 'signature' | 'workstation' | 'number' | 'hash' | 'order' | 'form';

/** How a report stands to the one before it. */
export type Link =
  | { readonly kind: 'follows' | 'first' }
  /** The one before is not among those that were given. */
  | { readonly kind: 'not-here' }
  /** What it names cannot be read. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly count: number }
  /** It names another one than that which is kept. */
  | { readonly kind: 'other-forerunner' };

export interface Verdict {
  readonly seq: number;
  readonly faults: readonly Fault[];
  readonly link: Link;
}

/** `earliest`: genuine, and the one before it is not here. `gap`: genuine, and what came before it is missing. */
export const verdictStates = ['proved', 'earliest', 'gap', 'unreadable', 'broken'] as const;
export type VerdictState = (typeof verdictStates)[number];

export function stateOf({ faults, link }: Verdict): VerdictState {
  if (faults.some((fault) => fault !== 'form')) return 'broken';
  if (faults.length > 0) return 'unreadable';
  if (link.kind === 'missing' || link.kind === 'other-forerunner') return 'gap';
  return link.kind === 'not-here' ? 'earliest' : 'proved';
}

/** Of whom reports are, and what they are verified with. */
export interface Signer {
  readonly workstation: string;
  readonly publicKey: PublicKey;
}

/**
 * Verifies reports, newest first and without a break: each by itself, and against the one before it. The last of them
 * is followed by nothing, so whether it has a forerunner cannot be told.
 */
export async function verifyReports(
  reports: readonly RecordedReport[],
  { workstation, publicKey }: Signer,
  subtle: Subtle,
): Promise<Verdict[]> {
  const key = await subtle.importKey('jwk', publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const read = await Promise.all(reports.map((report) => readOne(report, key, subtle)));
  return read.map((one, index) => {
    const before = read[index + 1];
    const isInOrder = before === undefined || before.seq < one.seq;
    return {
      seq: one.report.seq,
      faults: [...faultsOf(one, workstation), ...(isInOrder ? [] : (['order'] as const))],
      link: linkOf(one, before),
    };
  });
}

interface ReadReport {
  readonly report: RecordedReport;
  readonly opened: OpenedReport;
  /** As signed; as kept where that cannot be read. */
  readonly seq: number;
  readonly hash: string;
  readonly isGenuine: boolean;
}

async function readOne(report: RecordedReport, key: unknown, subtle: Subtle): Promise<ReadReport> {
  const { jws } = report;
  const opened = openReport(jws);
  const signed = jws.slice(0, Math.max(jws.lastIndexOf('.'), 0));
  const es256 = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    report,
    opened,
    seq: opened.claims?.seq ?? report.seq,
    hash: toBase64url(new Uint8Array(await subtle.digest('SHA-256', toBytes(jws)))),
    isGenuine: await subtle.verify(es256, key, fromBase64url(opened.signature), toBytes(signed)),
  };
}

function faultsOf({ report, opened, hash, isGenuine }: ReadReport, workstation: string): Fault[] {
  const { claims, header } = opened;
  const { kid = workstation } = (header ?? {}) as { kid?: unknown };
  const found: readonly (Fault | false)[] = [
    !isGenuine && 'signature',
    (kid !== workstation || (claims && claims.workstation !== workstation)) === true && 'workstation',
    claims !== undefined && claims.seq !== report.seq && 'number',
    hash !== report.hash && 'hash',
    (claims === undefined || !isKnownHeader(header)) && 'form',
  ];
  return found.filter((fault) => fault !== false);
}

function isKnownHeader(header: unknown): boolean {
  const { alg, typ, crit } = (header ?? {}) as Record<string, unknown>;
  return alg === 'ES256' && typ === jwsTypes.report && crit === undefined;
}

function linkOf({ seq, opened }: ReadReport, before: ReadReport | undefined): Link {
  if (!opened.claims) return { kind: 'unknown' };
  const { prev } = opened.claims;
  if (!before) return seq === 1 && prev === '' ? { kind: 'first' } : { kind: 'not-here' };
  const missing = seq - before.seq - 1;
  if (missing > 0) return { kind: 'missing', count: missing };
  return prev === before.hash ? { kind: 'follows' } : { kind: 'other-forerunner' };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One byte a letter, as the letters of a JWS are. */
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Written out here, since browsers and Node share no other way to do it. */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    held = (held << 6) | Math.max(alphabet.indexOf(letter), 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

function toBase64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; ) {
      bits -= 6;
      text += alphabet[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? `${text}${alphabet[(held << (6 - bits)) & 63]}` : text;
}

/** Undefined when it is not JSON in base64url. */
function readJson(part: string): unknown {
  try {
    const bytes = [...fromBase64url(part)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
    return JSON.parse(decodeURIComponent(bytes.join('')));
  } catch {
    return undefined;
  }
}
