import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refuse.ts';

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="2">
<meta name="color-scheme" content="light dark"><title>Shiftgate</title>
<body style="font-family: sans-serif; max-width: 40em; margin: 4em auto; padding: 0 1em">
<h1>The console is starting</h1>
<p role="status">It reads what it knows about every workstation. This page opens by itself as soon as that is done.</p>
<p>Whoever has a CRM open works on meanwhile.</p>
</body></html>
`;

/** The answer to everybody but the gate's proxies until the console has read its data. */
export function answerStarting({ url, headers }: IncomingMessage, response: ServerResponse): void {
  if (url === '/healthz') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
    return;
  }
  const isPage = headers.accept?.includes('text/html') ?? false;
  const { status, body } = new Refusal('starting');
  response.writeHead(status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
    connection: 'close',
  });
  response.end(isPage ? page : JSON.stringify(body));
}
