import type { Dialect } from './dialect.ts';
import { nginx } from './nginx.ts';

/** Proxies that can ask at `/authz/<name>`. Another one is a file beside these and a line here. */
export const dialects: Readonly<Record<string, Dialect>> = { nginx };
