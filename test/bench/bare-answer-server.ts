import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers `/<bytes>` with JSON of that size, and does nothing else. */
const server = createServer(({ url = '/' }, response) => {
  const text = JSON.stringify('x'.repeat(Math.max(Number(url.slice(1)) - 2, 0)));
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
