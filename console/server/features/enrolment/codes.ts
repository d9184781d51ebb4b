import { addSeconds } from '../../../../shared/time.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { digest, makeCode } from '../../identity/secrets.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Directory } from '../programs/directory.ts';
import { deleteCode, findCode, insertCode } from './store.ts';

export interface CodeDeps {
  readonly writer: Writer;
  readonly directory: Directory;
  /** Address under which agents find this console. */
  publicUrl(): string;
  now(): Date;
}

export interface WantedCode {
  readonly program: string;
  readonly person?: string | undefined;
  readonly uses: number;
  /** Seconds. */
  readonly validFor: number;
  readonly approval: boolean;
}

/** Makes an enrolment code and the link that carries it. The code itself is shown once and never stored. */
export async function createCode(
  { writer, directory, publicUrl, now }: CodeDeps,
  wanted: WantedCode,
  actor: string,
): Promise<{ code: string; link: string; expiresAt: string }> {
  const { program, person, uses, approval } = wanted;
  if (!directory.find(program)) throw new Refusal('not-found', { what: 'program' });
  const code = makeCode();
  const at = now().toISOString();
  const expiresAt = addSeconds(at, wanted.validFor);
  await writer.change(async (transaction) => {
    await insertCode(transaction, {
      hash: digest(code),
      program,
      person: person || null,
      uses_left: uses,
      needs_approval: approval ? 1 : 0,
      expires_at: expiresAt,
      made_by: actor,
      made_at: at,
    });
    const detail = { uses, expiresAt, approval, ...(person && { person }) };
    await appendAudit(transaction, [
      { at, actor, action: 'enrolment-code-created', target: `program:${program}`, detail },
    ]);
  });
  const link = `shiftgate://enrol?console=${encodeURIComponent(publicUrl())}&code=${code}`;
  return { code, link, expiresAt };
}

/** Nobody can use the code any more; who has used it stays enrolled. @throws Refusal `not-found`. */
export async function revokeCode({ writer, now }: CodeDeps, id: string, operator: Operator): Promise<void> {
  await writer.change(async (transaction) => {
    const code = await findCode(transaction, id);
    if (!code || !isInScope(operator, [code.program])) throw new Refusal('not-found', { what: 'enrolment code' });
    await deleteCode(transaction, id);
    const target = `program:${code.program}`;
    const detail = { madeBy: code.made_by, usesLeft: code.uses_left, ...(code.person && { person: code.person }) };
    const at = now().toISOString();
    await appendAudit(transaction, [{ at, actor: operator.name, action: 'enrolment-code-revoked', target, detail }]);
  });
}
