import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Holds an agent's folder for one running agent: two of them would number their reports against each other. */
export interface Claim {
  release(): void;
}

/**
 * Claims a folder for this process; undefined while another running agent holds it. A socket is the sign, since it
 * answers only as long as its process lives: nothing is left to clean up after `kill -9`.
 */
export async function claimFolder(folder: string): Promise<Claim | undefined> {
  const path = join(folder, 'running.sock');
  for (const isSecondTry of [false, true]) {
    const server = await listen(path);
    if (server) return { release: () => server.close() };
    if (isSecondTry || (await answers(path))) return undefined;
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Undefined when something is in the way. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', () => resolve(undefined));
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
