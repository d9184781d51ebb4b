import type { AxiosError } from 'axios';
import { ErrorBody, type ErrorCode } from '../../../shared/protocol/errors.ts';
import type { BodyOf, ReplyOf, Route } from '../../../shared/protocol/route.ts';
import { maxMessageBytes } from '../../../shared/protocol/version.ts';

/** The console answered and said no. The message is its own sentence. */
export class ConsoleRefusal extends Error {
  override name = 'ConsoleRefusal';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Nobody answered, or somebody who is no Shiftgate console. The message says which and what to look at. */
export class ConsoleUnreachable extends Error {
  override name = 'ConsoleUnreachable';
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds; 15,000 unless told. */
  readonly timeout?: number;
}

/** Asks the console over HTTP. Throws ConsoleRefusal or ConsoleUnreachable, nothing else. */
export async function callConsole<R extends Route>(
  console: string,
  route: R,
  body: BodyOf<R>,
  { signal, timeout = 15_000 }: CallOptions = {},
): Promise<ReplyOf<R>> {
  // Loaded at the first call only: an agent whose WebSocket works never needs it, and it takes 11 MB.
  const { default: axios } = await import('axios');
  const url = `${console}${route.path}`;
  const response = await axios
    .request<unknown>({
      url,
      method: route.method,
      data: body,
      timeout,
      ...(signal && { signal }),
      maxRedirects: 0,
      maxContentLength: maxMessageBytes * 4,
      validateStatus: () => true,
    })
    .catch((error: AxiosError) => {
      throw new ConsoleUnreachable(sayUnreachable(console, error), { cause: error });
    });
  if (response.status >= 200 && response.status < 300) {
    const reply = route.reply.safeParse(response.data);
    if (reply.success) return reply.data as ReplyOf<R>;
    throw new ConsoleUnreachable(`${console} answered, but not as a Shiftgate console of this version does.`);
  }
  const refusal = ErrorBody.safeParse(response.data);
  if (refusal.success) throw new ConsoleRefusal(refusal.data.error.code, refusal.data.error.message);
  throw new ConsoleUnreachable(`${console} answered with status ${response.status} and is not a Shiftgate console.`);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host name',
  EAI_AGAIN: 'the host name cannot be looked up right now',
  ECONNABORTED: 'it did not answer in time',
  ETIMEDOUT: 'it did not answer in time',
  ENETUNREACH: 'this PC has no network',
  EHOSTUNREACH: 'there is no way to it from this network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not issued by an authority that this PC trusts',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not issued by an authority that this PC trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not issued by an authority that this PC trusts',
};

function sayUnreachable(console: string, error: AxiosError): string {
  return `The console at ${console} cannot be reached: ${reasons[error.code ?? ''] ?? error.message}.`;
}
