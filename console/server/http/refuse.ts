import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Params } from '../../../shared/checks/define.ts';
import type { PolicyProblem } from '../../../shared/policy/parse.ts';
import { type ErrorBody, type ErrorCode, errors } from '../../../shared/protocol/errors.ts';
import { fill } from '../../../shared/words/english.ts';
import { isStoreFailure } from '../store/engine.ts';

/** An expected "no" to whoever asked; everything else that is thrown is our own fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly problems: PolicyProblem[] | undefined;
  readonly #params: Params;

  constructor(code: ErrorCode, params: Params = {}, more: { cause?: unknown; problems?: PolicyProblem[] } = {}) {
    super(fill(errors[code].say, params), { cause: more.cause });
    this.code = code;
    this.problems = more.problems;
    this.#params = params;
  }

  get status(): number {
    return errors[this.code].status;
  }

  get body(): ErrorBody {
    const { code, message, problems } = this;
    const { field, problem } = this.#params;
    return {
      error: {
        code,
        message,
        ...(problems && { problems }),
        ...(code === 'invalid-body' && { field: String(field), problem: String(problem) }),
      },
    };
  }
}

/** Turns whatever was thrown into a refusal. `incident` finds the entry in the log again. */
export function toRefusal(thrown: unknown, incident: string): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (isStoreFailure(thrown)) return new Refusal('store-unavailable', {}, { cause: thrown });
  const { statusCode, message } = thrown as Partial<FastifyError>;
  if (statusCode === 413) return new Refusal('too-large');
  if (statusCode !== undefined && statusCode < 500) {
    return new Refusal('invalid-body', { field: 'the request', problem: message ?? '' });
  }
  return new Refusal('unexpected', { id: incident }, { cause: thrown });
}

/** Answers a request that ended with an error. */
export async function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const refusal = toRefusal(thrown, request.id);
  if (refusal.status >= 500) request.log.error({ err: thrown, incident: request.id }, refusal.code);
  await reply.code(refusal.status).send(refusal.body);
}
