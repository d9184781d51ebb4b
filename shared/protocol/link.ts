import { z } from 'zod';
import { Decision } from '../access/decide.ts';
import { CheckId } from '../checks/index.ts';
import { Instant } from '../time.ts';
import { ErrorCode } from './errors.ts';
import { Nonce, ReportHash, WorkstationId } from './report.ts';

/** A program as its workstations see it. `policy` is read with `receivePolicy`, which forgives newer rules. */
export const ProgramForAgent = z.object({
  id: z.string(),
  name: z.string(),
  policyVersion: z.int(),
  policy: z.unknown(),
});
export type ProgramForAgent = z.infer<typeof ProgramForAgent>;

export const AccessForAgent = z.object({ program: z.string(), decision: Decision });
export type AccessForAgent = z.infer<typeof AccessForAgent>;

/** Made by whoever writes the message, so that one sent twice is taken once. */
export const MessageId = z.uuid();

/** What the person writes, or helpdesk writes to them. */
export const MessageText = z.string().trim().min(1).max(1000);

/** Agent to console. The order is `hello`, `proof`, then anything in any order. */
export const Up = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), workstation: WorkstationId, nonce: Nonce, protocol: z.int() }),
  z.object({ type: z.literal('proof'), jws: z.string() }),
  z.object({ type: z.literal('report'), jws: z.string() }),
  z.object({ type: z.literal('heartbeat') }),
  /** The person asks helpdesk, or asks for an excuse. Sent again until it is `taken`. */
  z.object({
    type: z.literal('help'),
    id: MessageId,
    at: Instant,
    program: z.string().max(40).optional(),
    asks: z.enum(['help', 'excuse']),
    /** Of an excuse. */
    checks: z.array(CheckId).max(20).optional(),
    until: Instant.optional(),
    text: MessageText,
  }),
  /** The person reports something suspicious. Sent again until it is `taken`. */
  z.object({ type: z.literal('incident'), id: MessageId, at: Instant, text: z.string().trim().max(1000) }),
  /** These messages from helpdesk were shown to the person. */
  z.object({ type: z.literal('seen'), ids: z.array(MessageId).min(1).max(50) }),
]);
export type Up = z.infer<typeof Up>;

/** Console to agent. */
export const Down = z.discriminatedUnion('type', [
  z.object({ type: z.literal('challenge'), jws: z.string() }),
  z.object({
    type: z.literal('welcome'),
    time: Instant,
    /** Last report that the console has committed: continue after it. 0 and empty when there is none. */
    lastSeq: z.int().nonnegative(),
    lastHash: ReportHash,
    /** Seconds between heartbeats. */
    heartbeat: z.number().positive(),
    /** Seconds after which everything is reported again even if nothing changed. */
    reportEvery: z.number().positive(),
    /** Shortest lease of the workstation's programs, in seconds. */
    lease: z.number().positive(),
    /** The address from which the console sees this workstation. */
    egress: z.string().optional(),
    /** Secret of the caller code (RFC 6238, six digits, 60 seconds, SHA-1), base32. */
    callerSecret: z.string().max(64).optional(),
    programs: z.array(ProgramForAgent),
    access: z.array(AccessForAgent),
  }),
  /** Sign the next reports with this nonce; the one before stays good for two minutes. */
  z.object({ type: z.literal('nonce'), nonce: Nonce }),
  /** The report is committed. */
  z.object({ type: z.literal('ack'), seq: z.int() }),
  /** A message was not taken. With `seq`: that report; `facts-unknown` asks for all facts in full. With `id`: that message. */
  z.object({ type: z.literal('refused'), code: ErrorCode, seq: z.int().optional(), id: MessageId.optional() }),
  /** The help request or incident is committed. */
  z.object({ type: z.literal('taken'), id: MessageId }),
  /** From helpdesk to the person. Sent again with each welcome until it is `seen`. */
  z.object({ type: z.literal('message'), id: MessageId, at: Instant, from: z.string().max(80), text: MessageText }),
  /** Look for an update of the agent now. */
  z.object({ type: z.literal('update') }),
  z.object({ type: z.literal('access'), access: AccessForAgent }),
  z.object({ type: z.literal('recheck'), checks: z.array(CheckId).optional() }),
  z.object({ type: z.literal('programs'), programs: z.array(ProgramForAgent) }),
]);
export type Down = z.infer<typeof Down>;

/** A round over plain HTTPS for networks that block WebSockets: messages up, messages down, the answer held for `wait` seconds. */
export const Exchange = z.object({
  session: z.string().max(64).optional(),
  messages: z.array(Up).max(50),
  wait: z.number().min(0).max(25).default(0),
});
export type Exchange = z.infer<typeof Exchange>;
export const ExchangeReply = z.object({ session: z.string(), messages: z.array(Down) });
export type ExchangeReply = z.infer<typeof ExchangeReply>;
