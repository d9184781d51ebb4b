/** What the agent says for the record. Fields never hold secrets. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
