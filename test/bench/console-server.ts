import { startConsole } from '../../console/server/start.ts';
import { answerBlocked, answerUsage } from './server-process.ts';

/** The real console in a process of its own: `node console-server.ts <home> [port]`. */
const running = await startConsole({
  home: process.argv[2] ?? '',
  port: Number(process.argv[3] ?? 0),
  gatePort: 0,
  logLevel: 'error',
});
process.send?.({ url: running.url, signInLink: running.signInLink });

answerUsage();
answerBlocked();
