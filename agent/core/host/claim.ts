import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { findOs } from './os.ts';

/** Holds an agent's folder for one running agent: two of them would number their reports against each other. */
export interface Claim {
  release(): void;
}

/**
 * Claims a folder for this process; undefined while another running agent holds it. A socket is the sign, since it
 * answers only as long as its process lives: nothing is left to clean up after `kill -9`.
 */
export async function claimFolder(folder: string): Promise<Claim | undefined> {
  const path = socketOf(folder);
  for (const isSecondTry of [false, true]) {
    const server = await listen(path);
    if (server) return { release: () => server.close() };
    if (isSecondTry || (await answers(path))) return undefined;
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Windows keeps such sockets outside its folders, and they are gone with their process. */
function socketOf(folder: string): string {
  if (findOs() !== 'windows') return join(folder, 'running.sock');
  const name = createHash('sha256').update(resolve(folder).toLowerCase()).digest('hex').slice(0, 32);
  return `\\\\.\\pipe\\shiftgate-agent-${name}`;
}

/** Undefined when something is in the way. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((settle) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', () => settle(undefined));
    server.listen(path, () => settle(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path, () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
