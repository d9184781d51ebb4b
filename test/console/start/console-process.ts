import { startConsole } from '../../../console/server/start.ts';

/** Runs a console on the folder of the first argument until it is killed, and tells its parent the address. */
const running = await startConsole({ home: process.argv[2] ?? '', port: 0, logLevel: 'silent' });
process.send?.(running.url);
