import type { FactOf } from '../../../../shared/checks/index.ts';
import { reader } from '../reader.ts';
import { ownProbe, parseOwn } from './own.ts';

/** Linux asks for none of the permissions that a program needs elsewhere. */
export const agentHealthLinux = reader<FactOf<'agent-health'>, 'own'>({
  probes: { own: ownProbe },
  parse: ({ own }) => parseOwn(own),
});
