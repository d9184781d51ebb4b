import { z } from 'zod';
import { parseNetwork } from '../../shared/network.ts';
import type { ConsoleOptions } from '../server/start.ts';

const Networks = z
  .string()
  .transform((text) => text.split(',').map((network) => network.trim()))
  .refine((networks) => networks.every(parseNetwork), 'write networks such as 10.0.0.0/8, separated by commas');

const Origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine(
    (origins) => origins.every((origin) => URL.parse(origin)?.origin === origin),
    'write origins such as http://calendar.internal:8080, separated by commas',
  );

/** What the environment may set. An empty value counts as none. */
const Settings = z.object({
  SHIFTGATE_HOME: z.string().default('.shiftgate'),
  SHIFTGATE_PORT: z.coerce.number('write a port number').int().min(1).max(65_534).default(8420),
  SHIFTGATE_HOST: z.string().default('127.0.0.1'),
  SHIFTGATE_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'write it as https://host' }).optional(),
  SHIFTGATE_DATABASE: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'write it as postgres://user:password@host/name' })
    .optional(),
  SHIFTGATE_TRUSTED_PROXIES: Networks.optional(),
  SHIFTGATE_TRUSTED_FEEDS: Origins.optional(),
  SHIFTGATE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** What every command says about the environment. */
export const settingsHelp = `
Settings by environment:
  SHIFTGATE_HOME             data folder (.shiftgate)
  SHIFTGATE_PORT             port of the console, the gate takes the next one (8420)
  SHIFTGATE_HOST             address to listen on (127.0.0.1)
  SHIFTGATE_PUBLIC_URL       how browsers and agents reach the console, e.g. https://shiftgate.example.com
  SHIFTGATE_DATABASE         URL of a PostgreSQL database in place of a SQLite file in the data folder
  SHIFTGATE_TRUSTED_PROXIES  networks of the proxies whose X-Forwarded-For counts, separated by commas
  SHIFTGATE_TRUSTED_FEEDS    origins of shift calendars that may be plain http or inside your network, with commas
  SHIFTGATE_LOG              silent, error, warn, info or debug (info)`;

/** @throws Error that names the variable and the remedy. */
export function readConsoleOptions(): ConsoleOptions {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const settings = Settings.safeParse(set);
  if (!settings.success) {
    const [issue] = settings.error.issues;
    throw new Error(`${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const { data } = settings;
  return {
    home: data.SHIFTGATE_HOME,
    port: data.SHIFTGATE_PORT,
    host: data.SHIFTGATE_HOST,
    logLevel: data.SHIFTGATE_LOG,
    ...(data.SHIFTGATE_PUBLIC_URL && { publicUrl: data.SHIFTGATE_PUBLIC_URL.replace(/\/+$/, '') }),
    ...(data.SHIFTGATE_DATABASE && { database: { postgres: data.SHIFTGATE_DATABASE } }),
    ...(data.SHIFTGATE_TRUSTED_FEEDS && { trustedFeeds: data.SHIFTGATE_TRUSTED_FEEDS }),
    ...(data.SHIFTGATE_TRUSTED_PROXIES && { trustedProxies: data.SHIFTGATE_TRUSTED_PROXIES }),
  };
}

/** The data folder alone, for commands that talk to a running console. */
export function readHome(): string {
  return process.env['SHIFTGATE_HOME'] || '.shiftgate';
}
