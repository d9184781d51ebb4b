/** A TCP port of this machine on which a program waits for connections. */
export interface Listener {
  readonly port: number;
  /** Whose program it is. */
  readonly uid: number;
  /** Only programs of this PC can reach it. */
  readonly isLocal: boolean;
}

const listening = '0A';

/** `/proc/net/tcp` or `tcp6`; undefined when it has another form. */
export function parseListeners(text: string): Listener[] | undefined {
  const [head = '', ...lines] = text.split('\n');
  if (!/^\s*sl\s+local_address\s/.test(head) || lines.pop() !== '') return undefined;
  const listeners: Listener[] = [];
  for (const line of lines) {
    const [slot = '', local = '', , state, , , , uid = ''] = line.trim().split(/\s+/, 8);
    const [address = '', port = ''] = local.split(':');
    const isWhole = /^\d+:$/.test(slot) && /^([0-9A-F]{8}|[0-9A-F]{32})$/.test(address) && /^[0-9A-F]{4}$/.test(port);
    if (!isWhole || !/^\d+$/.test(uid)) return undefined;
    if (state === listening) {
      listeners.push({ port: Number.parseInt(port, 16), uid: Number(uid), isLocal: isLoopback(address) });
    }
  }
  return listeners;
}

/** Addresses are in the order of bytes of the machine, by groups of four bytes: `0100007F` is 127.0.0.1. */
function isLoopback(address: string): boolean {
  if (address.length === 8) return address.endsWith('7F');
  if (address === '00000000000000000000000001000000') return true;
  return address.startsWith('0000000000000000FFFF0000') && address.endsWith('7F');
}
