import type { z } from 'zod';
import type { ExcuseWanted } from '../../../../shared/protocol/case-routes.ts';
import { may } from '../../../../shared/protocol/rights.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Operator } from '../../http/who.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { CallerCodes } from '../messages/caller-codes.ts';
import type { MessageService } from '../messages/service.ts';
import type { ExceptionService } from '../workstations/exceptions.ts';
import type { Workstation } from '../workstations/roster.ts';

export interface ExcuseDeps {
  readonly writer: Writer;
  readonly exceptions: ExceptionService;
  readonly messages: MessageService;
  readonly callerCodes: CallerCodes;
  now(): Date;
}

type Wanted = z.output<typeof ExcuseWanted>;

/** Grants excuses to whoever has shown that the right person asks. */
export class ExcuseDesk {
  readonly #deps: ExcuseDeps;

  constructor(deps: ExcuseDeps) {
    this.#deps = deps;
  }

  /** To somebody on the phone. @throws Refusal `caller-unproved`, `wrong-code` */
  async grant(
    workstation: Workstation,
    wanted: Wanted & { callerCode?: string | undefined; override: boolean },
    operator: Operator,
  ): Promise<string> {
    const { callerCode, override, ...excuse } = wanted;
    const caller = await this.#proveCaller(workstation, { callerCode, override }, operator);
    return this.#deps.exceptions.excuse(workstation, { ...excuse, caller }, operator.name);
  }

  /** To many at once, which nobody's code can stand for; the route lets supervisors in alone. */
  grantUnproved(workstation: Workstation, wanted: Wanted, actor: string): Promise<string> {
    return this.#deps.exceptions.excuse(workstation, { ...wanted, caller: 'override' }, actor);
  }

  /** To a person who asked from their own workstation, whose key signed for them. */
  async approve(workstation: Workstation, requestId: string, wanted: Wanted, actor: string): Promise<string> {
    const { exceptions, messages } = this.#deps;
    const request = messages.excuseRequest(workstation.id, requestId);
    const id = await exceptions.excuse(workstation, { ...wanted, caller: 'request' }, actor);
    await messages.approved(workstation.id, request, { text: wanted.reason, actor });
    return id;
  }

  async refuse(workstation: Workstation, requestId: string, reason: string, actor: string): Promise<void> {
    const request = this.#deps.messages.excuseRequest(workstation.id, requestId);
    await this.#deps.messages.refuse(workstation.id, request, { text: reason, actor });
  }

  /** The one place that says who may go without the caller's code. */
  async #proveCaller(
    { id }: Workstation,
    { callerCode, override }: { callerCode: string | undefined; override: boolean },
    { name, role }: Operator,
  ): Promise<'code' | 'override'> {
    if (callerCode === undefined) {
      if (override && may(role, 'supervise')) return 'override';
      throw new Refusal('caller-unproved');
    }
    try {
      this.#deps.callerCodes.refuseWrong(id, callerCode);
      return 'code';
    } catch (error) {
      await this.#recordWrong(id, name);
      throw error;
    }
  }

  async #recordWrong(workstation: string, actor: string): Promise<void> {
    const at = this.#deps.now().toISOString();
    const entry = { at, actor, action: 'caller-code-refused', target: `workstation:${workstation}`, detail: {} };
    await this.#deps.writer.change((transaction) => appendAudit(transaction, [entry]));
  }
}
