import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/** `subsystem`: Linux inside Windows. A hypervisor below a real PC (Hyper-V, memory integrity) is `no`. */
const Inside = z.enum(['no', 'machine', 'container', 'subsystem']);

const Fact = z.object({
  /** What the agent runs in. */
  inside: maybe(Inside),
  /** Maker, where it can be recognised: `hyper-v`, `vmware`, `virtualbox`, `kvm`, `parallels`, `docker`, `wsl`. */
  product: z.string().max(40).optional(),
});

const Settings = z.object({
  /** Makers whose virtual machines are accepted, such as the company’s own virtual desktops. */
  allow: z.array(z.string()).default([]),
});

type Code = 'inside';

export const virtualMachine = defineCheck({
  id: 'virtual-machine',
  title: 'Real PC',
  why: 'A PC inside another PC can be watched from outside without anybody noticing.',
  fact: Fact,
  settings: Settings,
  evaluate({ inside, product }, { allow }): Verdict<Code>[] {
    if (isUnknown(inside)) return [hidden('whether this is a real PC', inside)];
    if (inside === 'no' || (product !== undefined && allow.includes(product))) return [];
    return [{ outcome: 'fail', code: 'inside', params: { product: product ?? inside } }];
  },
  describe({ inside, product }) {
    if (isUnknown(inside)) return 'unknown';
    if (inside === 'no') return 'real PC';
    const words = { machine: 'virtual machine', container: 'container', subsystem: 'Linux inside Windows' };
    return product === undefined ? words[inside] : `${words[inside]} (${product})`;
  },
  texts: {
    inside: {
      problem: 'You work inside a virtual machine ({product}).',
      remedy: 'Work on the PC itself: install Shiftgate there and use it for your work.',
    },
  },
});
