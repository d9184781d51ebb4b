import { singleSignOnPaths } from '../../../../shared/protocol/sign-in-routes.ts';

/** How the window of the identity provider tells the page that sent it what came of it, whatever lay between the two. */
const channelName = 'shiftgate-proof';

/** In a window of its own: the page keeps what it is about to do. Ends when `signal` does. */
export function askProvider(signal: AbortSignal, told: (problem: string | undefined) => void): void {
  const channel = new BroadcastChannel(channelName);
  signal.addEventListener('abort', () => channel.close());
  channel.addEventListener('message', ({ data }) => told(typeof data === 'string' ? data : undefined));
  window.open(singleSignOnPaths.prove, '_blank', 'popup,width=520,height=720');
}

/** `problem`: code of a refusal. */
export function tellProof(problem: string | undefined): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(problem);
  channel.close();
}
