import type { BulkAct } from '../../../../shared/protocol/case-routes.ts';
import type { BulkOutcome, BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { Refusal, toRefusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { MessageService } from '../messages/service.ts';
import type { ExceptionService } from '../workstations/exceptions.ts';
import type { Workstation } from '../workstations/roster.ts';
import type { ExcuseDesk } from './excuses.ts';
import type { CaseService } from './service.ts';
import { type TriageSources, triageMembers } from './triage.ts';

/** Milliseconds for which an action can be taken back. */
const undoFor = 15 * 60_000;
const mostAtOnce = 20_000;
/** Acts under way at the same time: their records are then written together. */
const stride = 50;

export interface BulkDeps extends Omit<TriageSources, 'book'> {
  readonly writer: Writer;
  readonly cases: CaseService;
  readonly messages: MessageService;
  readonly exceptions: ExceptionService;
  readonly excuses: ExcuseDesk;
  recheck(workstation: string): boolean;
  now(): Date;
}

type TakeBack = () => Promise<void>;

interface Remembered {
  readonly by: string;
  readonly until: number;
  readonly steps: readonly TakeBack[];
}

/** The same act upon many workstations: one that fails does not hold up the others. */
export class BulkService {
  readonly #deps: BulkDeps;
  readonly #done = new Map<string, Remembered>();

  constructor(deps: BulkDeps) {
    this.#deps = deps;
  }

  async run(target: BulkTarget, act: BulkAct, operator: Operator): Promise<BulkOutcome> {
    const workstations = await this.#choose(target, operator);
    const failed: BulkOutcome['failed'] = [];
    const steps: TakeBack[] = [];
    await inStrides(workstations, async (workstation) => {
      try {
        const step = await this.#act(workstation, act, operator.name);
        if (step) steps.push(step);
      } catch (error) {
        const problem = toRefusal(error, '').message;
        failed.push({ workstation: workstation.id, who: workstation.person ?? workstation.hostName, problem });
      }
    });
    const outcome = { workstations: workstations.length, done: workstations.length - failed.length, failed };
    await this.#record(act, outcome, operator.name);
    return { ...outcome, ...(steps.length > 0 && { undo: this.#remember(steps, operator.name) }) };
  }

  /** Takes back one's own action, as far as it still stands. @throws Refusal `not-found` when it is too late. */
  async undo(id: string, { name }: Operator): Promise<number> {
    const done = this.#done.get(id);
    if (!done || done.by !== name || done.until < this.#deps.now().getTime()) {
      throw new Refusal('not-found', { what: 'action that can still be undone' });
    }
    this.#done.delete(id);
    let undone = 0;
    await inStrides(done.steps, async (step) => {
      // What was taken back or changed by somebody else in between stays as they left it.
      const isDone = await step().then(
        () => true,
        () => false,
      );
      if (isDone) undone += 1;
    });
    return undone;
  }

  async #choose(target: BulkTarget, operator: Operator): Promise<Workstation[]> {
    const { roster } = this.#deps;
    const chosen = [...new Set(await this.#named(target, operator))].flatMap((id) => roster.find(id) ?? []);
    const found = chosen.filter(({ programs }) => isInScope(operator, programs));
    if (found.length === 0) throw new Refusal('not-found', { what: 'workstation in this group any more' });
    // All of a group means all of it: a part that nobody chose would be worse than none.
    if (found.length > mostAtOnce) {
      throw new Refusal('invalid-body', { field: 'target', problem: `At most ${mostAtOnce} workstations at once.` });
    }
    return found;
  }

  /** A group holds whom the operator's own triage shows in it. */
  async #named(target: BulkTarget, operator: Operator): Promise<Iterable<string>> {
    if ('workstations' in target) return target.workstations;
    const { cases, now } = this.#deps;
    return triageMembers(target, { operator, now: now() }, { ...this.#deps, book: cases.book });
  }

  async #act(workstation: Workstation, act: BulkAct, actor: string): Promise<TakeBack | undefined> {
    const { cases, messages, exceptions, excuses, recheck } = this.#deps;
    switch (act.do) {
      case 'recheck':
        if (!recheck(workstation.id)) throw new Refusal('not-found', { what: 'connection to this PC now' });
        return undefined;
      case 'message':
        await messages.send(workstation.id, act.text, actor);
        return undefined;
      case 'assign': {
        const before = await cases.assign(workstation.id, act.assignee, actor);
        return async () => void (await cases.assign(workstation.id, before, actor));
      }
      case 'excuse': {
        const { do: _what, ...wanted } = act;
        const id = await excuses.grantUnproved(workstation, wanted, actor);
        return () => exceptions.endExcuse(id, actor);
      }
      case 'lock':
        await exceptions.lock(workstation, { reason: act.reason }, actor);
        return () => exceptions.unlock(workstation, undefined, actor);
    }
  }

  #remember(steps: readonly TakeBack[], by: string): string {
    const now = this.#deps.now().getTime();
    for (const [id, { until }] of this.#done) if (until < now) this.#done.delete(id);
    const id = makeId('undo');
    this.#done.set(id, { by, until: now + undoFor, steps });
    return id;
  }

  async #record(act: BulkAct, outcome: Omit<BulkOutcome, 'undo'>, actor: string): Promise<void> {
    const detail = { do: act.do, workstations: outcome.workstations, done: outcome.done };
    const at = this.#deps.now().toISOString();
    const entry = { at, actor, action: 'bulk-action', target: 'workstations', detail };
    await this.#deps.writer.change((transaction) => appendAudit(transaction, [entry]));
  }
}

async function inStrides<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += stride) {
    await Promise.all(items.slice(start, start + stride).map(act));
  }
}
