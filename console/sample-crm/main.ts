import { createSampleCrm } from './server.ts';

/** The sample CRM as a process of its own: `node main.ts <port>`. It ends with its parent. */
const { server, close } = createSampleCrm();
server.on('error', (cause) => {
  process.stderr.write(`The sample CRM could not start: ${cause.message}\n`);
  process.exitCode = 1;
  stop();
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.({ ready: true }));

function stop(): void {
  close();
  if (process.connected) process.disconnect();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
process.once('disconnect', stop);
