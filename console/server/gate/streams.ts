import type { GateSession } from './sessions.ts';

/** Why a stream is cut: its session may not go on, or the gate itself stops and will be back. */
export type CutReason = 'refused' | 'closing';

/** Something open between a browser and the gate: a request under way, a WebSocket, server-sent events. */
export interface Stream {
  readonly session: GateSession;
  /** Ends it at once. */
  cut(why: CutReason): void;
}

/** What is open now, by workstation and program, so that a lock ends it within the same turn of the event loop. */
export class StreamRegistry<Kind extends Stream = Stream> {
  readonly #open = new Map<string, Set<Kind>>();

  add(stream: Kind): void {
    const key = keyOf(stream.session.workstation, stream.session.program);
    const streams = this.#open.get(key);
    if (streams) streams.add(stream);
    else this.#open.set(key, new Set([stream]));
  }

  remove(stream: Kind): void {
    const key = keyOf(stream.session.workstation, stream.session.program);
    const streams = this.#open.get(key);
    streams?.delete(stream);
    if (streams?.size === 0) this.#open.delete(key);
  }

  of(workstation: string, program: string): Kind[] {
    return [...(this.#open.get(keyOf(workstation, program)) ?? [])];
  }

  all(): Kind[] {
    return [...this.#open.values()].flatMap((streams) => [...streams]);
  }

  /** Cuts all of a workstation and program; returns how many. */
  cut(workstation: string, program: string): number {
    return this.#end(this.of(workstation, program), 'refused');
  }

  /** Cuts what one session has open; returns how many. */
  cutSession(session: GateSession): number {
    const streams = this.of(session.workstation, session.program).filter((stream) => stream.session === session);
    return this.#end(streams, 'refused');
  }

  close(): void {
    this.#end(this.all(), 'closing');
  }

  #end(streams: readonly Kind[], why: CutReason): number {
    for (const stream of streams) {
      this.remove(stream);
      stream.cut(why);
    }
    return streams.length;
  }
}

/** Neither id holds a space. */
function keyOf(workstation: string, program: string): string {
  return `${workstation} ${program}`;
}
