import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Latency } from '../../../../shared/protocol/views.ts';
import type { AccessReader } from '../../access/board.ts';

/** Seconds. */
const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const decisionBuckets = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1];

export interface MetricSources {
  readonly board: AccessReader;
  programs(): Iterable<string>;
  /** Workstations with an open link. */
  linksOpen(): number;
}

/** What Prometheus reads of this console. */
export class Metrics {
  readonly registry = new Registry();
  readonly #reports = new Counter({
    name: 'shiftgate_reports_total',
    help: 'Reports by result: taken, or the code of the refusal',
    labelNames: ['result'],
    registers: [this.registry],
  });
  readonly #transitions = new Counter({
    name: 'shiftgate_access_changes_total',
    help: 'Changes of access by program and new access',
    labelNames: ['program', 'access'],
    registers: [this.registry],
  });
  readonly #lockLatency = new Histogram({
    name: 'shiftgate_lock_latency_seconds',
    help: 'From the observation on the workstation to the gate, for locks that a report brought',
    buckets: latencyBuckets,
    registers: [this.registry],
  });
  readonly #gateDecision = new Histogram({
    name: 'shiftgate_gate_decision_seconds',
    help: 'Time of the gate to decide about one request, by answer',
    labelNames: ['answer'],
    buckets: decisionBuckets,
    registers: [this.registry],
  });
  readonly #streamsCut = new Counter({
    name: 'shiftgate_gate_streams_cut_total',
    help: 'Open responses and WebSockets cut by a lock or the end of a session',
    registers: [this.registry],
  });

  constructor(sources: MetricSources) {
    collectDefaultMetrics({ register: this.registry });
    this.#registerGauges(sources);
    sources.board.subscribe(({ entry, previous }) => {
      const { access } = entry.decision;
      if (access !== previous) this.#transitions.inc({ program: entry.program, access });
    });
  }

  reportEnded(result: string): void {
    this.#reports.inc({ result });
  }

  lockMeasured({ total }: Latency): void {
    this.#lockLatency.observe(total / 1000);
  }

  decided(answer: string, milliseconds: number): void {
    this.#gateDecision.observe({ answer }, milliseconds / 1000);
  }

  cut(streams: number): void {
    this.#streamsCut.inc(streams);
  }

  #registerGauges({ board, programs, linksOpen }: MetricSources): void {
    const registers = [this.registry];
    new Gauge({
      name: 'shiftgate_links_connected',
      help: 'Workstations with an open link',
      registers,
      collect() {
        this.set(linksOpen());
      },
    });
    new Gauge({
      name: 'shiftgate_workstations',
      help: 'Workstations by program and access',
      labelNames: ['program', 'access'],
      registers,
      collect() {
        this.reset();
        for (const program of programs()) {
          for (const [access, count] of Object.entries(board.counts(program))) this.set({ program, access }, count);
        }
      },
    });
  }
}
