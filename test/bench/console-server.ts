import { startConsole } from '../../console/server/start.ts';
import { answerBlocked, answerUsage } from './server-process.ts';

/** The real console in a process of its own: `node console-server.ts <home>`. */
const running = await startConsole({ home: process.argv[2] ?? '', port: 0, logLevel: 'error' });
process.send?.({ url: running.url, signInLink: running.signInLink });

answerUsage();
answerBlocked();
