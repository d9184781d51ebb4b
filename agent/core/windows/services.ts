import { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import { troubleOf } from './native.ts';

/** What the `services` call says of each service. */
export const Services = z.object({
  services: z.record(z.string(), z.union([z.object({ state: z.number() }), z.object({ error: z.number() })])),
});

const notInstalled = 1060;

/** SERVICE_STOPPED is 1; one that is starting or stopping still answers, and counts as running. */
export function stateOf(
  { services }: z.output<typeof Services>,
  name: string,
): 'running' | 'stopped' | 'not-installed' | CannotTell {
  const found = services[name];
  if (found === undefined) return { cannotTell: 'absent', detail: name };
  if ('error' in found) return found.error === notInstalled ? 'not-installed' : troubleOf(found.error, name);
  return found.state === 1 ? 'stopped' : 'running';
}
