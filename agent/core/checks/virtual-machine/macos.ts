import type { FactOf } from '../../../../shared/checks/index.ts';
import { foundIn, isAnswer, mostTelling } from '../../macos/answers.ts';
import { program, sinceStart } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'virtual-machine'>;

/** A guest is told so by the kernel. Its model names the maker, unless it was given that of a real Mac. */
export const virtualMachineMacos = reader<Fact, 'kernel'>({
  probes: {
    kernel: program(
      '/usr/sbin/sysctl',
      ['kern.hv_vmm_present', 'hw.model', 'machdep.cpu.brand_string'],
      'whether this Mac is a virtual machine',
      { inputs: sinceStart },
    ),
  },
  parse({ kernel }): Parsed<Fact> {
    const guest = foundIn(kernel, 'sysctl', /^kern\.hv_vmm_present: ([01])\s*$/m);
    const model = foundIn(kernel, 'sysctl', /^hw\.model: (\S.{0,80}?)\s*$/m);
    const brand = foundIn(kernel, 'sysctl', /^machdep\.cpu\.brand_string: (\S.{0,120}?)\s*$/m);
    const words = [model, brand].map((answer) => (isAnswer(answer) ? answer.value[1] : '')).join(' ');
    const product = makers.find(([pattern]) => pattern.test(words))?.[1];
    if (product !== undefined) return { fact: { inside: 'machine', product } };
    if (!isAnswer(guest)) return mostTelling(guest);
    return { fact: { inside: guest.value[1] === '1' ? 'machine' : 'no' } };
  },
});

const makers: readonly (readonly [RegExp, string])[] = [
  [/\bVMware/i, 'vmware'],
  [/\bParallels/i, 'parallels'],
  [/\bVirtualBox/i, 'virtualbox'],
  [/\bQEMU/i, 'kvm'],
  [/\bVirtualMac|\(Virtual\)/, 'apple'],
];
