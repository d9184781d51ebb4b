/** Every cookie of Shiftgate, the console's included: none of them ever reaches a CRM. */
const ownCookie = /^(?:__Host-)?shiftgate-/;

/** Name of the gate's cookie. Over https only the `__Host-` form counts, which no neighbouring host can plant. */
export function gateCookieName(secure: boolean): string {
  return secure ? '__Host-shiftgate-gate' : 'shiftgate-gate';
}

/** The value of one cookie of a `Cookie` header. */
export function findCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  const wanted = `${name}=`;
  let at = header.indexOf(wanted);
  while (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';') at = header.indexOf(wanted, at + 1);
  if (at === -1) return undefined;
  const end = header.indexOf(';', at);
  return header.slice(at + wanted.length, end === -1 ? undefined : end).trimEnd();
}

/** A `Cookie` header without our own cookies; undefined when nothing is left. */
export function withoutOwnCookies(header: string): string | undefined {
  const parts = header.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '' && !ownCookie.test(part)).join('; ') || undefined;
}

/** Whether a `Set-Cookie` header names one of our cookies. */
export function setsOwnCookie(header: string): boolean {
  return ownCookie.test(header.trimStart());
}

/** A `Set-Cookie` header for the gate's cookie; an empty value deletes it. */
export function gateCookie(value: string, secure: boolean): string {
  const age = value === '' ? '; Max-Age=0' : '';
  return `${gateCookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${age}`;
}
