export interface CallState {
  readonly state: 'on-call' | 'idle';
  readonly heardAt: string;
}

/** The last word of the telephony platform about each person. In memory: after a restart a call counts once it is heard of again. */
export class CallStates {
  readonly #byPerson = new Map<string, CallState>();

  find(person: string | undefined): CallState | undefined {
    return person === undefined ? undefined : this.#byPerson.get(person.toLowerCase());
  }

  hear(person: string, state: CallState['state'], now: Date): void {
    if (state === 'idle') this.#byPerson.delete(person.toLowerCase());
    else this.#byPerson.set(person.toLowerCase(), { state, heardAt: now.toISOString() });
  }
}
