/**
 * Follows the frames of one direction of a WebSocket (RFC 6455, 5.2) without keeping their content,
 * to know whether a frame of our own may be put in between right now.
 */
export class FrameBoundary {
  /** The longest frame header: 2 bytes, 8 of length, 4 of mask. */
  readonly #header = Buffer.alloc(14);
  #filled = 0;
  #payloadLeft = 0;

  /** True when every frame that was begun is complete. */
  get isClear(): boolean {
    return this.#filled === 0 && this.#payloadLeft === 0;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#payloadLeft > 0) {
        const skipped = Math.min(this.#payloadLeft, chunk.length - at);
        this.#payloadLeft -= skipped;
        at += skipped;
      } else {
        this.#header[this.#filled] = chunk[at] ?? 0;
        this.#filled += 1;
        at += 1;
        if (this.#filled === headerLength(this.#header, this.#filled)) this.#finishHeader();
      }
    }
  }

  #finishHeader(): void {
    this.#payloadLeft = payloadLength(this.#header);
    this.#filled = 0;
  }
}

function headerLength(header: Buffer, filled: number): number {
  if (filled < 2) return 2;
  const second = header.readUInt8(1);
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  return 2 + extended + (second & 0x80 ? 4 : 0);
}

function payloadLength(header: Buffer): number {
  const short = header.readUInt8(1) & 0x7f;
  if (short === 126) return header.readUInt16BE(2);
  if (short === 127) return Number(header.readBigUInt64BE(2));
  return short;
}

/** A close frame from the server, with a reason of at most 123 bytes. */
export function closeFrame(code: number, reason: string): Buffer {
  const text = Buffer.from(reason);
  return Buffer.concat([Buffer.from([0x88, 2 + text.length, code >> 8, code & 0xff]), text]);
}
