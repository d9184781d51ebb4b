import type { z } from 'zod';
import { Refusal } from './refuse.ts';

/**
 * Parses one message. A NUL character is refused here, since not every database stores it.
 * @throws Refusal `invalid-body` that names the field.
 */
export function parseMessage<Message extends z.ZodType>(text: string, message: Message): z.output<Message> {
  if (text.includes('\\u0000')) throw invalid('', 'it contains a NUL character');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('', 'it is not JSON');
  }
  return parseValue(value, message);
}

/** @throws Refusal `invalid-body` that names the field. */
export function parseValue<Value extends z.ZodType>(value: unknown, form: Value): z.output<Value> {
  const parsed = form.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(issue?.path.join('.') ?? '', issue?.message ?? 'unknown');
}

function invalid(field: string, problem: string): Refusal {
  return new Refusal('invalid-body', { field: field || 'the whole message', problem });
}
