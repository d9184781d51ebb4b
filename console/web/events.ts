import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { eventsPath } from '../../shared/protocol/console-routes.ts';
import { ConsoleEvent } from '../../shared/protocol/views.ts';
import { keys } from './keys.ts';
import { outdatedBy, showAccess } from './live-cache.ts';

/** How current the page is: `live` hears every change; `lost` shows what it knew at `since` and keeps trying. */
export interface Connection {
  state: 'connecting' | 'live' | 'lost';
  /** Milliseconds since 1970. */
  since: number;
}

const eventTypes = ConsoleEvent.options.map((option) => option.shape.type.value);
/** Milliseconds for which changes are collected before lists are read again, and for which those stay as they are then. */
const pace = { collect: 400, rest: 800 };
/** First and longest pause between attempts, in milliseconds. */
const pauses = { first: 500, longest: 15_000 };

/** One stream of server-sent events that feeds what the page shows. It reconnects by itself until closed. */
export class LiveEvents {
  readonly #client: QueryClient;
  readonly #listeners = new Set<() => void>();
  readonly #outdated = new Map<string, readonly string[]>();
  #connection: Connection = { state: 'connecting', since: Date.now() };
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #collect: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #refreshedAt = 0;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  readonly connection = (): Connection => this.#connection;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly open = (): void => {
    this.#stop();
    const source = new EventSource(eventsPath);
    this.#source = source;
    source.onopen = () => this.#opened();
    source.onerror = () => this.#failed();
    for (const type of eventTypes) source.addEventListener(type, (event) => this.#take(event.data));
    window.addEventListener('online', this.open);
    window.addEventListener('offline', this.#failed);
  };

  close(): void {
    this.#stop();
    clearTimeout(this.#collect);
    window.removeEventListener('online', this.open);
    window.removeEventListener('offline', this.#failed);
  }

  #stop(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }

  #opened(): void {
    const missedSomething = this.#connection.state === 'lost';
    this.#failures = 0;
    this.#tell('live');
    // Whatever happened in between was not heard; everything on screen is read again, the session included.
    if (missedSomething) void this.#client.invalidateQueries();
  }

  readonly #failed = (): void => {
    this.#stop();
    this.#failures += 1;
    // An ended session also looks like a lost stream; asking for the session tells the two apart.
    if (this.#failures > 1) void this.#client.invalidateQueries({ queryKey: keys.session });
    this.#tell('lost');
    const pause = Math.min(pauses.first * 2 ** (this.#failures - 1), pauses.longest);
    this.#retry = setTimeout(this.open, pause * (0.5 + Math.random()));
  };

  #tell(state: Connection['state']): void {
    if (state === this.#connection.state) return;
    this.#connection = { state, since: Date.now() };
    for (const listener of this.#listeners) listener();
  }

  #take(data: unknown): void {
    const event = ConsoleEvent.safeParse(parseJson(data));
    if (!event.success) return;
    if (event.data.type === 'access') showAccess(this.#client, event.data);
    for (const key of outdatedBy(event.data)) this.#outdated.set(key.join(' '), key);
    const rested = this.#refreshedAt + pace.rest - Date.now();
    this.#collect ??= setTimeout(() => this.#refresh(), Math.max(pace.collect, rested));
  }

  #refresh(): void {
    this.#collect = undefined;
    this.#refreshedAt = Date.now();
    const outdated = [...this.#outdated.values()];
    this.#outdated.clear();
    for (const queryKey of outdated) void this.#client.invalidateQueries({ queryKey });
  }
}

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    // No event that this page knows: what it would have said comes with the next look.
    return undefined;
  }
}

/** The state of the stream, for display. */
export function useConnection(events: LiveEvents): Connection {
  return useSyncExternalStore(events.subscribe, events.connection);
}

const EventsContext = createContext<LiveEvents | undefined>(undefined);
/** Everything below it can tell whether it is current. */
export const EventsProvider = EventsContext.Provider;

/** Whether the page hears of no change just now, so that what it shows may be old. */
export function useIsLost(): boolean {
  const events = useContext(EventsContext);
  if (!events) throw new Error('useIsLost is called outside the EventsProvider');
  return useConnection(events).state === 'lost';
}
