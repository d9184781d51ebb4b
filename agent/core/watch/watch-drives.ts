import type { Host } from '../host/host.ts';
import type { FileProbe } from '../host/probe.ts';
import type { Watch } from './event.ts';
import { type WatchedFolder, watchFolders } from './watch-folders.ts';

/** udev writes here once it knows what a new device is, and takes it away with the device. */
export const deviceFolder: WatchedFolder = {
  path: '/run/udev/data',
  names: /^(b\d+:\d+|c189:\d+|\+usb:.+)$/,
  why: 'notices that a disk, stick, card or phone was plugged in or pulled out',
};

/** Read by the clock where there is no udev; phones are not among it. */
export const partitions: FileProbe = {
  kind: 'file',
  paths: ['/proc/partitions'],
  why: 'notices that a disk was plugged in, where there is no udev',
};

/** Milliseconds: a stick with two partitions comes as a dozen devices. */
const settle = 300;
const pollEvery = 5_000;

/** Calls back once what is plugged in has changed and come to rest. */
export function watchDrives(host: Pick<Host, 'watchFolder' | 'read'>, onChange: () => void, every = pollEvery): Watch {
  const folder = watchFolders(host, [deviceFolder], settle, onChange);
  if (folder.watched.length > 0) return folder;
  let before: string | undefined;
  const poll = setInterval(async () => {
    const transcript = await host.read(partitions);
    const now = transcript.outcome === 'ok' ? transcript.text : '';
    if (before !== undefined && now !== before) onChange();
    before = now;
  }, every);
  return { close: () => clearInterval(poll) };
}
