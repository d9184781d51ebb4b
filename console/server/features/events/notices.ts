import type { ConsoleEvent } from '../../../../shared/protocol/views.ts';

type Notice = Exclude<ConsoleEvent, { type: 'access' }>;

/** Tells whoever listens that a workstation or a program changed; changes of access go through the board. */
export class Notices {
  readonly #listeners = new Set<(notice: Notice) => void>();

  subscribe(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  workstation(workstation: string): void {
    this.#tell({ type: 'workstation', workstation });
  }

  /** A case of it, or a message in one. */
  case(workstation: string): void {
    this.#tell({ type: 'case', workstation });
  }

  program(program: string): void {
    this.#tell({ type: 'program', program });
  }

  #tell(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}
