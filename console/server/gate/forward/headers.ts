import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { setsOwnCookie, withoutOwnCookies } from '../cookies.ts';
import { personHeader } from '../sessions.ts';
import type { Site } from '../sites.ts';
import type { Verdict } from '../verdict.ts';

/** RFC 9110, 7.6.1: these speak about one connection only. `expect` is answered by the gate's own server. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** What a browser may claim about itself, and the CRM would believe if the gate passed it on. */
const claims = /^(?:x-shiftgate-|x-forwarded-|x-original-|x-real-|forwarded$)/;

/** Many frameworks take `x_forwarded_for` for `x-forwarded-for`. */
function isClaim(name: string): boolean {
  return claims.test(name.replaceAll('_', '-'));
}

/** Headers for the CRM: the browser's own, without claims, our cookies and what ends at this connection. */
export function headersForUpstream(request: IncomingMessage, site: Site, address: string): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const dropped = namedByConnection(request.headers);
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (!hopByHop.has(name) && !dropped.has(name) && !isClaim(name)) headers[name] = values;
  }
  const cookies = request.headers.cookie && withoutOwnCookies(request.headers.cookie);
  if (cookies) headers['cookie'] = cookies;
  else delete headers['cookie'];
  // A body of unknown length stays framed; Node would otherwise send it bare for methods that seldom have one.
  if (request.headers['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
  headers['host'] = site.host;
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-host'] = site.host;
  headers['x-forwarded-proto'] = site.secure ? 'https' : 'http';
  return headers;
}

/** Who is at the CRM, for the CRM. */
export function identityHeaders({ session, access }: Extract<Verdict, { answer: 'allowed' }>) {
  return {
    'x-shiftgate-workstation': session.workstation,
    'x-shiftgate-person': personHeader(session),
    'x-shiftgate-program': session.program,
    'x-shiftgate-access': access,
  };
}

/** Headers for the browser: the CRM's own, without those of the connection behind the gate. */
export function headersForBrowser(response: IncomingMessage): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const dropped = namedByConnection(response.headers);
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    if (!values || hopByHop.has(name) || dropped.has(name)) continue;
    const kept = name === 'set-cookie' ? values.filter((value) => !setsOwnCookie(value)) : values;
    if (kept.length > 0) headers[name] = kept;
  }
  return headers;
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** `Connection: close, x-internal` also names headers that end here; what frames the body is not for it to drop. */
function namedByConnection({ connection }: IncomingHttpHeaders): Set<string> {
  const names = new Set(connection?.split(',').map((name) => name.trim().toLowerCase()));
  names.delete('content-length');
  return names;
}
