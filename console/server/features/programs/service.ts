import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { ProgramId } from '../../../../shared/policy/policy.ts';
import { parseValue } from '../../http/parse.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import { orRefuse } from '../policies/service.ts';
import { insertPolicy } from '../policies/store.ts';
import type { Directory, Origin, Program, PublishedPolicy } from './directory.ts';
import { saveProgram } from './store.ts';

export interface ProgramDeps {
  readonly writer: Writer;
  readonly directory: Directory;
  readonly notices: Notices;
  /** Policy text that a new program begins with. */
  readonly starterPolicy: string;
  now(): Date;
}

/** Creates programs and says where their CRM is. */
export class ProgramService {
  readonly #deps: ProgramDeps;

  constructor(deps: ProgramDeps) {
    this.#deps = deps;
  }

  /** @throws Refusal `not-found`. */
  get(id: string): Program {
    const program = this.#deps.directory.find(id);
    if (!program) throw new Refusal('not-found', { what: 'program' });
    return program;
  }

  /** Creates a program, with the starter policy, or changes its name and origins. */
  async put(id: string, wanted: { name: string; origins: Origin[] }, actor: string): Promise<void> {
    const { directory, writer, notices } = this.#deps;
    parseValue(id, ProgramId);
    const origins = wanted.origins.map(tidyOrigin);
    this.#refuseTakenOrigins(id, origins);
    const known = directory.find(id);
    const published = known?.published ?? this.#starter(actor);
    const program = { ...known, id, name: wanted.name, origins, published };
    await writer.change(async (transaction) => {
      await saveProgram(transaction, program);
      if (!known) await insertPolicy(transaction, policyRow(id, published));
      await appendAudit(transaction, [
        {
          at: this.#deps.now().toISOString(),
          actor,
          action: known ? 'program-changed' : 'program-created',
          target: `program:${id}`,
          detail: { name: wanted.name, origins },
        },
      ]);
    });
    directory.put(program);
    notices.program(id);
  }

  #starter(author: string): PublishedPolicy {
    const text = this.#deps.starterPolicy;
    const at = this.#deps.now().toISOString();
    return { policy: orRefuse(parsePolicy(text)), version: 1, text, author, note: 'The starter policy', at };
  }

  #refuseTakenOrigins(id: string, origins: readonly Origin[]): void {
    for (const { origin } of origins) {
      const owner = this.#deps.directory.byHost(new URL(origin).host);
      if (owner && owner.id !== id) throw invalidOrigin(`${origin} belongs to the program ${owner.id} already`);
    }
  }
}

function policyRow(program: string, { policy: _policy, ...row }: PublishedPolicy) {
  return { program, ...row, decided_by: null, decided_at: null };
}

/** The gate finds a program by its host alone, so an origin has no path. */
function tidyOrigin({ origin, upstream }: Origin): Origin {
  for (const written of [origin, upstream]) {
    const url = new URL(written);
    if (!/^https?:$/.test(url.protocol)) throw invalidOrigin(`${written} does not begin with http:// or https://`);
    if (url.pathname !== '/' || url.search || url.hash || url.username) {
      throw invalidOrigin(`${written} is more than a scheme, a host and a port`);
    }
  }
  return { origin: new URL(origin).origin, upstream: new URL(upstream).origin };
}

function invalidOrigin(problem: string): Refusal {
  return new Refusal('invalid-body', { field: 'origins', problem });
}
