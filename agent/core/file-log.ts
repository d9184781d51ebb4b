import { join } from 'node:path';
import { createLogger, format, transports } from 'winston';
import type { Logger } from './log.ts';

/** A log of five files of one megabyte each, for the helpdesk; the oldest is dropped. */
export function openFileLog(folder: string, name = 'agent'): Logger & { close(): void } {
  const file = new transports.File({
    filename: join(folder, `${name}.log`),
    maxsize: 1024 * 1024,
    maxFiles: 5,
    tailable: true,
    options: { flags: 'a', mode: 0o600 },
  });
  const logger = createLogger({ format: format.combine(format.timestamp(), format.json()), transports: [file] });
  // A full disk must not end the agent.
  logger.on('error', () => logger.clear());
  return {
    info: (message, fields) => void logger.info(message, fields),
    warn: (message, fields) => void logger.warn(message, fields),
    error: (message, fields) => void logger.error(message, fields),
    close: () => void logger.close(),
  };
}
