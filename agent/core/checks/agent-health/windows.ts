import type { FactOf } from '../../../../shared/checks/index.ts';
import { reader } from '../reader.ts';
import { ownProbe, parseOwn } from './own.ts';

/** What Windows has granted is noted by the desktop part of the agent. */
export const agentHealthWindows = reader<FactOf<'agent-health'>, 'own'>({
  probes: { own: ownProbe },
  parse: ({ own }) => parseOwn(own),
});
