import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadLastReports } from './features/workstations/store.ts';
import { addressOf } from './http/address.ts';
import { createApp } from './http/app.ts';
import { CannotStart, openHome, writeHomeFile } from './identity/home.ts';
import { openIdentity } from './identity/keys.ts';
import { makeToken } from './identity/secrets.ts';
import { mountRoutes } from './routes.ts';
import { buildServices } from './services.ts';
import { type Database, openStore, type Store } from './store/engine.ts';

export interface ConsoleOptions {
  /** Data folder: identity, database, and the address and token for the command line. */
  readonly home: string;
  /** Port of the console; 0 takes a free one. */
  readonly port: number;
  /** Port of the gate's own reverse proxy; the next one unless told, 0 takes a free one. */
  readonly gatePort?: number;
  /** Address to listen on; this machine alone unless told. */
  readonly host?: string;
  /** How browsers and agents reach the console, e.g. `https://shiftgate.example.com`; its own address unless told. */
  readonly publicUrl?: string;
  /** A SQLite file in the data folder unless told. */
  readonly database?: Database;
  /** Networks of the proxies whose `X-Forwarded-For` counts. */
  readonly trustedProxies?: readonly string[];
  /** Origins of shift calendars that may be plain http or inside a private network. */
  readonly trustedFeeds?: readonly string[];
  /** Seconds in which a launch ticket can be used. */
  readonly ticketLifetime?: number;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly now?: () => Date;
}

export interface RunningConsole {
  /** Address for people and agents. */
  readonly url: string;
  /** Address of the gate's own reverse proxy. */
  readonly gateUrl: string;
  /** Creates the first administrator; undefined when there is one. */
  readonly signInLink: string | undefined;
  close(): Promise<void>;
}

const addressFile = 'console.json';

/**
 * Starts console and gate.
 * @throws CannotStart with the reason and the remedy.
 */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(options, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(options: ConsoleOptions, closing: (() => Promise<unknown>)[]) {
  const { home, port, host = '127.0.0.1', trustedProxies = [], now = () => new Date() } = options;
  const { gatePort = port === 0 ? 0 : port + 1 } = options;
  await openHome(home);
  const identity = await openIdentity(home);
  const store = await openDatabase(options);
  closing.push(() => store.close());
  const secure = options.publicUrl?.startsWith('https:') ?? false;
  let isRead = false;
  const isOpen = () => isRead;
  const app = await createApp({
    secure,
    logLevel: options.logLevel ?? 'warn',
    addressOf: (request) => addressOf(request, trustedProxies),
    answerAuthorization: (request, response) => services.gate.answerAuthorization(request, response),
    isOpen,
  });
  const token = makeToken();
  const { ticketLifetime = 60, trustedFeeds = [] } = options;
  const address = { url: '' };
  const publicUrl = () => address.url;
  const services = await buildServices({
    store,
    identity,
    token,
    ticketLifetime,
    trustedFeeds,
    log: app.log,
    publicUrl,
    now,
  });
  closing.push(() => services.close());
  await mountRoutes(app, services, { home, store, identity, secure, trustedProxies, publicUrl, isOpen, now });
  closing.push(() => app.close());
  // The gate decides by the decisions of before, so that nobody is kept out while facts are read and reviewed.
  const gate = await orSay(services.gate.listen(gatePort, host), gatePort);
  const local = await listen(app, port, host);
  address.url = options.publicUrl ?? local;
  await loadLastReports(store.db, services.roster);
  await services.access.review(services.roster.all());
  isRead = true;
  await writeHomeFile(home, addressFile, `${JSON.stringify({ url: local, token }, undefined, 2)}\n`);
  closing.push(() => rm(join(home, addressFile), { force: true }));
  const first = await services.signIn.makeFirstToken();
  return {
    url: address.url,
    gateUrl: `http://${urlHost(host)}:${gate.port}`,
    signInLink: first && `${address.url}/first?token=${first}`,
  };
}

async function openDatabase({ home, database }: ConsoleOptions): Promise<Store> {
  const where = database ?? { sqlite: join(home, 'shiftgate.db') };
  try {
    return await openStore(where);
  } catch (cause) {
    throw new CannotStart(sayDatabase(cause as NodeJS.ErrnoException, where), { cause });
  }
}

const databaseReasons: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another console uses it. Stop that one first, or choose another folder with SHIFTGATE_HOME.',
  SQLITE_READONLY: 'it is read-only. Give this user the right to write it and its folder.',
  SQLITE_CANTOPEN: 'it cannot be opened. Check that its folder exists and that this user may write there.',
  SQLITE_FULL: 'the disk is full. Free some space.',
  SQLITE_NOTADB: 'it is not a database. Restore it from a backup.',
  SQLITE_CORRUPT: 'it is damaged. Restore it from a backup.',
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or check the address in SHIFTGATE_DATABASE.',
};

function sayDatabase({ code, message }: NodeJS.ErrnoException, where: Database): string {
  const place = 'sqlite' in where ? where.sqlite : 'in PostgreSQL';
  return `The database ${place} cannot be used: ${databaseReasons[code ?? ''] ?? `${message}.`}`;
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  await orSay(app.listen({ port, host }), port);
  return `http://${urlHost(host)}:${(app.server.address() as AddressInfo).port}`;
}

async function orSay<Result>(listening: Promise<Result>, port: number): Promise<Result> {
  try {
    return await listening;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: `Port ${port} is taken. Stop the program that uses it, or choose another with SHIFTGATE_PORT.`,
      EACCES: `Port ${port} needs more rights. Choose one above 1023 with SHIFTGATE_PORT.`,
    };
    throw new CannotStart(reasons[code ?? ''] ?? `Port ${port} cannot be opened: ${message}`, { cause });
  }
}

/** An address that can be called: one that means "all of them" is called by the name of this machine. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
