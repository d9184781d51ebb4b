import { WebSocketServer } from 'ws';
import { answerUsage } from './server-process.ts';

/** The floor for links: the same library, taking connections and messages and doing nothing with them. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () => {
  const address = server.address();
  process.send?.({ url: `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` });
});
server.on('connection', (socket) => socket.on('message', () => undefined));
answerUsage();
