import { personHeader } from '../sessions.ts';
import type { Authorization, Dialect } from './dialect.ts';

/**
 * nginx `auth_request`. It passes every header of the browser on, so only what its configuration sets is read.
 * It understands 2xx, 401 and 403, makes 500 of anything else, and drops the answer's body.
 */
export const nginx: Dialect = {
  readHost({ headers }) {
    const url = headers['x-original-url'];
    if (typeof url !== 'string') return undefined;
    const start = url.indexOf('://') + 3;
    if (start === 2) return undefined;
    const end = url.indexOf('/', start);
    return end === -1 ? url.slice(start) : url.slice(start, end);
  },

  answer(response, authorization) {
    response.writeHead(statusOf[authorization.answer], ['Cache-Control', 'no-store', ...identity(authorization)]);
    response.end();
  },
};

const statusOf = { allowed: 204, 'not-bound': 401, locked: 403, refused: 403 } as const;

/** Every header is always there: what is absent here would be copied from nowhere. */
function identity(authorization: Authorization): string[] {
  const session = 'session' in authorization ? authorization.session : undefined;
  return [
    'X-Shiftgate-Reason',
    reasonOf(authorization),
    'X-Shiftgate-Workstation',
    session?.workstation ?? '',
    'X-Shiftgate-Person',
    session ? personHeader(session) : '',
    'X-Shiftgate-Program',
    session?.program ?? '',
    'X-Shiftgate-Access',
    accessOf(authorization),
  ];
}

function reasonOf(authorization: Authorization): string {
  switch (authorization.answer) {
    case 'allowed':
      return '';
    case 'not-bound':
      return 'not-bound';
    case 'refused':
      return authorization.reason;
    case 'locked': {
      const first = authorization.reasons[0];
      return first ? `${first.cause}/${first.code}` : 'locked';
    }
  }
}

function accessOf(authorization: Authorization): string {
  if (authorization.answer === 'allowed') return authorization.access;
  return authorization.answer === 'locked' ? 'locked' : '';
}
