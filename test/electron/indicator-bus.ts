import { createServer, type Server } from 'node:net';

/** A session bus on which somebody shows icons beside the clock: it says yes to every question of who is there. */
export function openIndicatorBus(path: string): Promise<Server> {
  const server = createServer((socket) => {
    let hasBegun = false;
    let waiting = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      while (!hasBegun) {
        const end = waiting.indexOf('\r\n');
        if (end < 0) return;
        const line = waiting.toString('latin1', 0, end).replace('\0', '');
        waiting = waiting.subarray(end + 2);
        hasBegun = line === 'BEGIN';
        socket.write(replyTo(line));
      }
      for (let size = sizeOf(waiting); size > 0 && waiting.length >= size; size = sizeOf(waiting)) {
        socket.write(answer(waiting.subarray(0, size)));
        waiting = waiting.subarray(size);
      }
    });
    socket.on('error', () => socket.destroy());
  });
  return new Promise((resolve) => server.listen(path, () => resolve(server)));
}

/** Who asks is known by their socket, so that there is nothing to prove. */
function replyTo(line: string): string {
  if (/^AUTH EXTERNAL \w+$/.test(line) || line.startsWith('DATA')) return `OK ${'0'.repeat(32)}\r\n`;
  if (line.startsWith('AUTH')) return line === 'AUTH EXTERNAL' ? 'DATA\r\n' : 'REJECTED EXTERNAL\r\n';
  return line === 'NEGOTIATE_UNIX_FD' ? 'AGREE_UNIX_FD\r\n' : '';
}

/** 0 until the head of the message is there. */
function sizeOf(bytes: Buffer): number {
  if (bytes.length < 16) return 0;
  return 16 + Math.ceil(bytes.readUInt32LE(12) / 8) * 8 + bytes.readUInt32LE(4);
}

/** The first question is for one's own name; every other one is answered with yes. */
function answer(question: Buffer): Buffer {
  const isHello = question.includes('Hello');
  const body = isHello ? Buffer.from('\u0004\0\0\0:1.1\0') : Buffer.from([1, 0, 0, 0]);
  const head = Buffer.alloc(32);
  // Little-endian, an answer, protocol 1, its length and number; then 15 bytes of fields.
  head.set([0x6c, 2, 1, 1]);
  head.writeUInt32LE(body.length, 4);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(15, 12);
  // What it answers, and the type of what it says.
  head.set([5, 1, 0x75, 0], 16);
  head.writeUInt32LE(question.readUInt32LE(8), 20);
  head.set([8, 1, 0x67, 0, 1, (isHello ? 's' : 'b').charCodeAt(0), 0], 24);
  return Buffer.concat([head, body]);
}
