type Write = (about: object, message: string) => void;

/** Where the gate writes what an operator should know; the console's own logger fits. */
export interface GateLog {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
