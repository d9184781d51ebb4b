import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf } from '../../../console/server/http/address.ts';

const ours = ['127.0.0.1', '10.0.0.0/8'];

it.each([
  ['is the socket’s own where no proxy is trusted', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
  ['is the socket’s own when a stranger claims another', '203.0.113.9', '198.51.100.1', ours, '203.0.113.9'],
  ['is what our proxy saw', '127.0.0.1', '198.51.100.1', ours, '198.51.100.1'],
  ['is what the first of our proxies saw', '127.0.0.1', '198.51.100.1, 10.1.1.1', ours, '198.51.100.1'],
  ['is not what somebody put in front of it', '127.0.0.1', '192.0.2.66, 198.51.100.1', ours, '198.51.100.1'],
  ['is our proxy’s own when it forwards nobody', '127.0.0.1', undefined, ours, '127.0.0.1'],
  ['is not something that is no address', '127.0.0.1', 'unknown', ours, 'unknown'],
  ['is written as IPv4 when it comes over IPv6', '::ffff:203.0.113.9', undefined, [], '203.0.113.9'],
  ['is IPv6 where it is IPv6', '2001:db8::1', undefined, [], '2001:db8::1'],
])('the address %s', (_what, remoteAddress, forwarded, trusted, expected) => {
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } };
  expect(addressOf(request as unknown as IncomingMessage, trusted)).toBe(expected);
});
