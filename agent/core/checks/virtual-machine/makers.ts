import type { FactOf } from '../../../../shared/checks/index.ts';

type Inside = Exclude<FactOf<'virtual-machine'>['inside'], object>;

/** What `systemd-detect-virt` calls the makers whose own name it is not, or that are no machines. */
const words: Readonly<Record<string, { inside: Inside; product?: string }>> = {
  none: { inside: 'no' },
  microsoft: { inside: 'machine', product: 'hyper-v' },
  oracle: { inside: 'machine', product: 'virtualbox' },
  'vm-other': { inside: 'machine' },
  wsl: { inside: 'subsystem', product: 'wsl' },
  'lxc-libvirt': { inside: 'container', product: 'lxc' },
  'container-other': { inside: 'container' },
};
const machines = 'kvm qemu amazon vmware xen parallels bochs bhyve apple google uml zvm powervm qnx acrn sre'.split(
  ' ',
);
const containers = 'lxc systemd-nspawn docker podman rkt proot pouch openvz'.split(' ');

/** Undefined for a word that is not one of its own. */
export function wordOf(word: string): { inside: Inside; product?: string } | undefined {
  if (machines.includes(word)) return { inside: 'machine', product: word };
  if (containers.includes(word)) return { inside: 'container', product: word };
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/**
 * Names that a maker gives its machines, in the strings of the mainboard. Real PCs carry `Microsoft Corporation`,
 * `Google`, `Oracle Corporation` and `Apple Inc.` too.
 */
const names: readonly (readonly [product: string, name: RegExp])[] = [
  ['vmware', /^VMware/m],
  ['virtualbox', /^(VirtualBox|innotek GmbH)$/m],
  ['hyper-v', /^Virtual Machine$/m],
  ['parallels', /^Parallels (Virtual Platform|ARM Virtual Machine|Software|International)/m],
  ['google', /^Google Compute Engine$/m],
  ['apple', /^Apple Virtual/m],
  ['xen', /^(Xen|HVM domU)$/m],
  ['bhyve', /^BHYVE$/m],
  ['bochs', /^Bochs$/m],
  ['kvm', /^(QEMU|KVM|OpenStack \w+|DigitalOcean|oVirt|RHEV Hypervisor)\b/m],
  ['kvm', /^(Standard PC \(|SeaBIOS$|pc-(i440fx|q35))/m],
];

/** The maker of the virtual machine that these strings belong to. */
export function makerOf(strings: string): string | undefined {
  // Amazon rents out whole PCs under the same name.
  if (/^Amazon EC2$/m.test(strings)) return /\.metal(-\w+)?$/m.test(strings) ? undefined : 'amazon';
  return names.find(([, name]) => name.test(strings))?.[0];
}
