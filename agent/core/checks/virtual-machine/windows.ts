import type { FactOf } from '../../../../shared/checks/index.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

const key = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';
const values = ['SystemManufacturer', 'SystemProductName', 'BIOSVendor'];

/** How virtual machines introduce themselves: maker, product and BIOS, one after the other. */
const makers: readonly (readonly [string, RegExp])[] = [
  ['hyper-v', /^Microsoft Corporation\|Virtual Machine\|/i],
  ['vmware', /VMware/i],
  ['virtualbox', /VirtualBox|innotek/i],
  ['parallels', /Parallels/i],
  ['xen', /\bXen\b|HVM domU/i],
  ['amazon-ec2', /Amazon EC2/i],
  ['google-compute-engine', /Google Compute Engine/i],
  ['kvm', /\bQEMU\b|\bKVM\b|Bochs|RHEV|oVirt|OpenStack|Nutanix AHV|Standard PC \((i440FX|Q35)/i],
  ['apple', /Apple Virtual/i],
  ['bhyve', /BHYVE/i],
];

/** Windows knows that a hypervisor is below it on every PC with memory integrity or WSL: that says nothing. */
export const virtualMachineWindows = reader<FactOf<'virtual-machine'>, 'bios'>({
  probes: { bios: { kind: 'registry', keys: [{ key, values }], why: 'which maker and model this PC says it is' } },
  parse({ bios }): Parsed<FactOf<'virtual-machine'>> {
    const registry = parseRegistry(bios, key);
    if ('cannotTell' in registry) return registry;
    const [maker = '', model = '', vendor = ''] = values.map((name) => registry.text(key, name)?.trim() ?? '');
    if (!maker && !model) {
      const isThere = registry.state(key) === 'there';
      return isThere
        ? { cannotTell: 'absent', detail: 'the BIOS names neither maker nor model' }
        : registry.trouble(key);
    }
    const said = [maker, model, vendor].join('|');
    const product = makers.find(([, pattern]) => pattern.test(said))?.[0];
    return { fact: product === undefined ? { inside: 'no' } : { inside: 'machine', product } };
  },
});
