import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlugged } from '../../../agent/core/host/plugged.ts';
import type { Drive, Plugged } from '../../../agent/core/host/probe.ts';
import { makeFolder, makeHost } from '../fixtures.ts';

const pci = 'devices/pci0000:00/0000:00:14.0';

/** Files and links as the kernel lays them out: a link is a path from the root of the folder after `->`. */
function makeSystem(entries: Readonly<Record<string, string>>) {
  const root = makeFolder();
  for (const [path, content] of Object.entries(entries)) {
    const place = join(root, path);
    mkdirSync(dirname(place), { recursive: true });
    if (content.startsWith('->')) symlinkSync(join(root, content.slice(2)), place);
    else writeFileSync(place, content);
  }
  return { sys: join(root, 'sys'), udev: join(root, 'udev') };
}

function read(entries: Readonly<Record<string, string>>): Plugged {
  const transcript = readPlugged(makeSystem(entries));
  return JSON.parse(transcript.outcome === 'ok' ? transcript.text : '{}');
}

const stick = `sys/${pci}/usb1/1-2/1-2:1.0/host0/target0:0:0/0:0:0:0/block/sdb`;
const stickFiles = {
  'sys/block/sdb': `->${stick}`,
  [`sys/${pci}/subsystem`]: '->sys/bus/pci',
  [`sys/${pci}/usb1/subsystem`]: '->sys/bus/usb',
  [`sys/${pci}/usb1/1-2/1-2:1.0/host0/target0:0:0/0:0:0:0/subsystem`]: '->sys/bus/scsi',
  [`${stick}/removable`]: '1\n',
  [`${stick}/ro`]: '0\n',
  [`${stick}/size`]: '30031872\n',
  [`${stick}/dev`]: '8:16\n',
  [`${stick}/sdb1/partition`]: '1\n',
  [`${stick}/sdb1/size`]: '30029824\n',
  [`${stick}/sdb1/dev`]: '8:17\n',
  [`${stick}/sdb1/holders/dm-0`]: '->sys/devices/virtual/block/dm-0',
  'sys/block/dm-0': '->sys/devices/virtual/block/dm-0',
  'sys/devices/virtual/block/dm-0/dev': '253:0\n',
  'sys/devices/virtual/block/dm-0/dm/name': 'luks-stick\n',
  'sys/devices/virtual/block/dm-0/dm/uuid': 'CRYPT-LUKS2-0123456789abcdef-luks-stick\n',
  'udev/b8:17': 'S:disk/by-label/ANNA\nE:ID_SERIAL=secret\nE:ID_FS_LABEL=ANNA\nE:ID_FS_TYPE=crypto_LUKS\n',
};

describe('what is plugged in', () => {
  it('is a stick with what lies on it, without its name and its number', () => {
    const { drives } = read(stickFiles);
    const expected: Drive = {
      ...{ name: 'sdb', number: '8:16', sectors: 30_031_872, found: {}, above: [] },
      subsystems: ['scsi', 'usb', 'pci'],
      ...{ removable: true, external: false, readOnly: false },
      partitions: [
        {
          ...{ name: 'sdb1', number: '8:17', sectors: 30_029_824, found: { ID_FS_TYPE: 'crypto_LUKS' } },
          above: [{ number: '253:0', name: 'luks-stick', sort: 'CRYPT-LUKS2' }],
        },
      ],
    };
    expect(drives).toEqual([expected]);
    expect(JSON.stringify(drives)).not.toMatch(/ANNA|secret|0123456789abcdef/);
  });

  it('is a card by its type, and a disk on a port for plugs by the word of the firmware', () => {
    const card = `sys/${pci}/mmc_host/mmc0/mmc0:0001/block/mmcblk0`;
    const disk = 'sys/devices/pci0000:00/0000:00:1d.0/0000:05:00.0/nvme/nvme1/nvme1n1';
    const { drives } = read({
      'sys/block/mmcblk0': `->${card}`,
      [`${card}/device/type`]: 'SD\n',
      'sys/block/nvme1n1': `->${disk}`,
      [`${disk}/size`]: '8',
      'sys/devices/pci0000:00/0000:00:1d.0/0000:05:00.0/removable': 'removable\n',
      'sys/devices/pci0000:00/0000:00:1d.0/0000:05:00.0/subsystem': '->sys/bus/pci',
    });
    expect(drives).toMatchObject([
      { name: 'mmcblk0', type: 'SD', external: false, sectors: 0 },
      { name: 'nvme1n1', external: true, subsystems: ['pci'] },
    ]);
  });

  it('counts a phone once, and tells what the hubs do with a new device', () => {
    const usb = 'sys/bus/usb/devices';
    const { phones, hubs } = read({
      'sys/block/none': '',
      [`${usb}/1-2/product`]: 'Phone of Anna',
      [`${usb}/1-2:1.0/interface`]: 'MTP\n',
      [`${usb}/1-2:1.1/interface`]: 'MTP\n',
      [`${usb}/1-3:1.0/interface`]: 'Keyboard\n',
      [`${usb}/usb1/authorized_default`]: '1\n',
      [`${usb}/usb2/authorized_default`]: '0\n',
    });
    expect({ phones, hubs }).toEqual({ phones: 1, hubs: ['1', '0'] });
  });

  it('leaves out loops and what is unplugged while it is being read, and does not run in circles', () => {
    const { drives } = read({
      ...stickFiles,
      'sys/block/loop0': '->sys/devices/virtual/block/loop0',
      'sys/devices/virtual/block/loop0/size': '8',
      'sys/block/sdc': `->sys/${pci}/gone`,
      'sys/devices/virtual/block/dm-0/holders/dm-0': '->sys/devices/virtual/block/dm-0',
    });
    expect(drives.map(({ name }) => name)).toEqual(['sdb']);
    expect(drives[0]?.partitions[0]?.above.length).toBeLessThan(10);
  });

  it('says so where there is no such folder, and finds the disk of this machine', async () => {
    expect(readPlugged({ sys: '/nowhere', udev: '/nowhere' })).toEqual({ outcome: 'absent', detail: '/nowhere/block' });
    const transcript = await makeHost().read({ kind: 'plugged', why: 'a test' });
    expect(transcript).toMatchObject({ outcome: 'ok', text: expect.stringMatching(/^\{"drives":\[/) });
  });
});

describe('a file of the kernel', () => {
  it('is read anew each time, since its time tells of no change', async () => {
    const probe = { kind: 'file', paths: ['/proc/self/schedstat'], keep: /./, why: 'a test' } as const;
    const host = makeHost();
    const first = await host.read(probe);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await host.read(probe)).not.toEqual(first);
  });
});
