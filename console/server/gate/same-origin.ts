import type { IncomingMessage } from 'node:http';
import type { Site } from './sites.ts';

/** Only the gate's own pages send this header; another site's form or link cannot, and its script may not. */
const pageHeader = 'x-shiftgate-page';

/** Whether a request that changes something comes from a page on the site's own origin. */
export function isFromOwnPage({ headers }: IncomingMessage, site: Site): boolean {
  return headers[pageHeader] !== undefined && headers.origin === site.origin;
}

/** A path on the site to go to; `/` for anything that would leave it, or lead back to the gate's own pages. */
export function safePath(wanted: string | undefined, site: Site): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, site.origin)) return '/';
  const url = new URL(wanted, site.origin);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/.//evil.example` is on the site, but what is left of it once its dots are resolved is not.
  const isLeaving = url.origin !== site.origin || path.startsWith('//');
  return isLeaving || path.startsWith('/.shiftgate/') ? '/' : path;
}
