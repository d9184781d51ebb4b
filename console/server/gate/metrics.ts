export type Answer = 'allowed' | 'not-bound' | 'locked';

/** Told by the gate about its own work; the console turns it into Prometheus metrics. */
export interface GateMetrics {
  /** One request was decided, in so many milliseconds. */
  decided(answer: Answer, milliseconds: number): void;
  /** A lock or the end of a session cut so many open streams. */
  cut(streams: number): void;
}
