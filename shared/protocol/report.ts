import { z } from 'zod';
import { CheckId, Readings } from '../checks/index.ts';
import { Instant } from '../time.ts';

/** `typ` of each signed object, so that one can never be taken for another. All are compact JWS, ES256. */
export const jwsTypes = {
  report: 'posture+jwt',
  proof: 'shiftgate-proof+jwt',
  challenge: 'shiftgate-challenge+jwt',
  enrolment: 'shiftgate-enrolment+jwt',
  request: 'shiftgate-request+jwt',
} as const;

export const WorkstationId = z.string().regex(/^ws_[A-Za-z0-9_-]{16,40}$/);
export const Nonce = z.string().min(16).max(64);
/** Base64url SHA-256 of the compact form of the report before; empty for the first. */
export const ReportHash = z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9_-]{43}$/)]);

/** Payload of a report. Header: `alg: ES256`, `typ: posture+jwt`, `kid`: the workstation id. */
export const Report = z.object({
  workstation: WorkstationId,
  /** Strictly rising, kept on disk on both sides. */
  seq: z.int().positive().max(2_147_483_647),
  /** New at each start of the system. */
  bootId: z.string().max(64),
  /** The console's latest challenge. */
  nonce: Nonce,
  prev: ReportHash,
  /** When the newest fact in the report was observed, by the workstation's clock. */
  observedAt: Instant,
  /** When the report was signed, by the workstation's clock: shows how far that clock is off. Absent: unknown. */
  sentAt: Instant.optional(),
  /** Facts that are new or changed since the last acknowledged report. */
  facts: Readings,
  /** Facts read again and found unchanged: when. */
  same: z.partialRecord(CheckId, Instant).default({}),
});
export type Report = z.infer<typeof Report>;

/** Payload of the proof that opens a link; signed by the device key. */
export const Proof = z.object({
  workstation: WorkstationId,
  nonce: Nonce,
  /** SHA-256 of the console’s salt and the system’s machine id, base64url. */
  machineId: z.string().max(64),
  bootId: z.string().max(64),
  hostName: z.string().max(255),
  agentVersion: z.string().max(40),
});
export type Proof = z.infer<typeof Proof>;

/** Payload of the console's answer to `hello`; signed by the console key that the agent pinned at enrolment. */
export const Challenge = z.object({ agentNonce: Nonce, nonce: Nonce, time: Instant });
export type Challenge = z.infer<typeof Challenge>;

/** Payload of a signed request over HTTPS, for what cannot wait for a link. */
export const SignedRequest = z.object({
  workstation: WorkstationId,
  nonce: Nonce,
  action: z.enum(['ticket']),
  program: z.string().max(40).optional(),
});
export type SignedRequest = z.infer<typeof SignedRequest>;

export const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** Payload of an enrolment; signed by the new device key, whose public half stands in the header as `jwk`. */
export const Enrolment = z.object({
  consoleId: z.string().max(64),
  code: z.string().min(8).max(64),
  machineId: z.string().max(64),
  hostName: z.string().max(255),
  os: z.enum(['windows', 'macos', 'linux']),
  /** For people: `Debian GNU/Linux 12 (bookworm)`. */
  system: z.string().max(120),
  agentVersion: z.string().max(40),
  issuedAt: Instant,
});
export type Enrolment = z.infer<typeof Enrolment>;
