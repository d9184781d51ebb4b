import { setFlagsFromString } from 'node:v8';
import { openFileLog } from '../core/file-log.ts';
import { createHost } from '../core/host/host.ts';
import { findOs } from '../core/host/os.ts';
import { openStateFolder } from '../core/host/state-folder.ts';
import { AgentService } from './agent-service.ts';

// It is there all day and does little: memory counts for more than speed.
setFlagsFromString('--optimize-for-size');

const { parentPort } = process;
const os = findOs();
const folder = openStateFolder(process.argv.at(-1) ?? '');
const log = openFileLog(folder.path);
if (!os) throw new Error('Shiftgate runs on Windows, macOS and Linux.');
const host = createHost(os, folder.path);
const port = {
  post: (message: unknown) => parentPort.postMessage(message),
  onMessage: (listener: (message: unknown) => void) => void parentPort.on('message', ({ data }) => listener(data)),
};
const onClosed = () => {
  host.close();
  log.close();
  process.exit(0);
};
await new AgentService(port, { host, folder, log, onClosed }).begin();
