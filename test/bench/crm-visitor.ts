import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';

/** Milliseconds between two requests of the visitor. */
const pause = 4;

/** Somebody with the CRM open in a browser bound to this workstation: asks for a page again and again. */
export interface CrmVisitor {
  /** Waits until a request is answered with this status; returns when, in milliseconds of `performance.now()`. */
  until(status: 200 | 403): Promise<number>;
  /** Opens the live stream; resolves to a promise of the time at which it is cut. */
  openStream(): Promise<{ cut: Promise<number> }>;
  close(): void;
}

/** Uses a launch link as the gate's own page does. */
export async function visitCrm(launchLink: string): Promise<CrmVisitor> {
  const { origin, hash } = new URL(launchLink);
  const launch = await fetch(`${origin}/.shiftgate/launch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shiftgate-page': '1', origin },
    body: JSON.stringify({ ticket: hash.slice('#t='.length) }),
  });
  const cookie = launch.headers.getSetCookie()[0]?.split(';')[0];
  if (!launch.ok || !cookie) throw new Error(`The launch was answered ${launch.status}: ${await launch.text()}`);
  return visitorAt(origin, cookie);
}

/** The same with a cookie that is there already. */
export function visitorAt(origin: string, cookie: string): CrmVisitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const request = get(`${origin}/crm.css`, { agent, headers: { cookie } }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      });
      request.once('error', reject);
    });

  return {
    async until(status) {
      for (let tries = 0; tries < 5_000; tries += 1) {
        if ((await ask()) === status) return performance.now();
        await wait(pause);
      }
      throw new Error(`No request was answered ${status}`);
    },
    async openStream() {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/live/queue`, { headers: { cookie } });
      const cut = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now())));
      await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
      return { cut };
    },
    close: () => agent.destroy(),
  };
}
