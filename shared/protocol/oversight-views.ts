import { z } from 'zod';
import { Access } from '../access/decide.ts';
import { CheckId } from '../checks/index.ts';
import { Instant } from '../time.ts';
import { Facets } from './workstation-list.ts';

/** Milliseconds from the fact on the workstation to the gate, of transitions that a report caused. */
const Quantiles = z.object({ count: z.int(), median: z.number(), p95: z.number() });

export const Overview = z.object({
  at: Instant,
  workstations: z.int(),
  facets: Facets,
  /** Access of each program now. */
  programs: z.array(z.object({ id: z.string(), name: z.string(), counts: z.record(Access, z.int()) })),
  /** The fleet over the last fortnight, oldest first. */
  series: z.array(
    z.object({ at: Instant, ready: z.int(), warned: z.int(), draining: z.int(), locked: z.int(), silent: z.int() }),
  ),
  /** Of the last seven days; absent where nothing was measured. */
  latency: z.object({ lock: Quantiles.optional(), fix: Quantiles.optional() }),
});
export type Overview = z.infer<typeof Overview>;

/** One lock or its end, and how many milliseconds it took from the fact, and from the report, to the gate. */
export const Transition = z.object({
  workstation: z.string(),
  hostName: z.string(),
  person: z.string().optional(),
  program: z.string(),
  programName: z.string(),
  at: Instant,
  total: z.number(),
  console: z.number(),
});
export type Transition = z.infer<typeof Transition>;

export const Framework = z.enum(['pci-dss', 'iso-27001', 'hipaa', 'cyber-essentials', 'gdpr']);
export type Framework = z.infer<typeof Framework>;

/** A control of a standard, and which checks or records of this console speak to it. */
export const Control = z.object({
  framework: Framework,
  control: z.string(),
  /** What it asks for, in our own words. */
  asks: z.string(),
  /** What this console can show for it. */
  shows: z.string(),
  checks: z.array(CheckId),
});
export type Control = z.infer<typeof Control>;

export const FrameworkView = z.object({
  id: Framework,
  name: z.string(),
  /** Edition, and where it is published. */
  edition: z.string(),
  source: z.url(),
  /** When the mapping was last compared with it. */
  asOf: z.iso.date(),
});
export type FrameworkView = z.infer<typeof FrameworkView>;
