/** What a person was given to enrol with: a link, or a code and the console's address. */
export interface Invitation {
  /** Origin of the console, with no slash at the end. */
  readonly console: string;
  readonly code: string;
}

/** A mistake that the person can put right; the message says how. */
export class InvitationError extends Error {
  override name = 'InvitationError';
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const example = 'shiftgate://enrol?console=https%3A%2F%2Fshiftgate.example&code=XXXX-XXXX-XXXX';

/**
 * Reads `shiftgate://enrol?console=…&code=…`, or a bare code together with the console's address.
 * Unencrypted HTTP is accepted for this PC itself only, unless `insecure`. Throws InvitationError.
 */
export function parseInvitation(text: string, options: { console?: string; insecure?: boolean } = {}): Invitation {
  const trimmed = text.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return parseLink(trimmed, options);
  if (options.console === undefined) {
    throw new InvitationError(
      `A code alone does not say which console it is for. Add --console https://…, or paste the whole link.`,
    );
  }
  return { console: parseConsole(options.console, options.insecure), code: parseCode(trimmed) };
}

function parseLink(text: string, { console, insecure }: { console?: string; insecure?: boolean }): Invitation {
  const link = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs =
    link?.protocol === 'shiftgate:' && (link.host === 'enrol' || link.pathname.replace(/^\/+/, '') === 'enrol');
  if (!link || !isOurs) throw new InvitationError(`That is not an enrolment link. One looks like this: ${example}`);
  const address = console ?? link.searchParams.get('console');
  if (!address) throw new InvitationError(`The link does not name a console. A whole one looks like this: ${example}`);
  return { console: parseConsole(address, insecure), code: parseCode(link.searchParams.get('code') ?? '') };
}

function parseCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/.test(code)) return code;
  throw new InvitationError('The code is incomplete. It has the form XXXX-XXXX-XXXX.');
}

function parseConsole(text: string, insecure = false): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvitationError(`"${text}" is not the address of a console. One begins with https://`);
  }
  if (url.username || url.password) throw new InvitationError('The address of the console must not hold a password.');
  if (url.protocol === 'http:' && !loopback.has(url.hostname) && !insecure) {
    throw new InvitationError(
      `${url.origin} is not encrypted, so anybody on the way could take part. Ask IT for an https:// address (or add --insecure for a test).`,
    );
  }
  return url.origin;
}
