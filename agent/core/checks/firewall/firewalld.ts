import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { Transcript } from '../../host/probe.ts';

const DefaultZone = z.object({ type: z.literal('s'), data: z.tuple([z.string()]) });
const ActiveZones = z.object({
  type: z.literal('a{sa{sas}}'),
  data: z.tuple([z.record(z.string(), z.record(z.string(), z.array(z.string())))]),
});

/** Zones as firewalld brings them, which refuse what no rule of theirs names. */
const refusing: ReadonlySet<string> = new Set(
  'public home work internal external dmz block drop FedoraWorkstation FedoraServer nm-shared libvirt libvirt-routed docker'.split(
    ' ',
  ),
);
/** Interfaces to programs on this PC itself, or of a tunnel's own firewall. */
const virtual = /^(lo$|docker|br-|virbr|lxdbr|lxcbr|incusbr|podman|cni|veth|vnet|tailscale|wg|tun|tap)/;

/** What firewalld does with a connection that no rule names, by the zones of the network in use. */
export function inboundOf(defaultZone: Transcript, activeZones: Transcript): 'block' | 'allow' | CannotTell {
  const fallback = parse(defaultZone, DefaultZone);
  const active = parse(activeZones, ActiveZones);
  if ('cannotTell' in fallback) return fallback;
  if ('cannotTell' in active) return active;
  const [byZone] = active.value.data;
  const real = Object.entries(byZone).filter(([, { interfaces = [] }]) =>
    interfaces.some((name) => !virtual.test(name)),
  );
  const zones = [fallback.value.data[0], ...real.map(([zone]) => zone)];
  if (zones.includes('trusted')) return 'allow';
  const own = zones.find((zone) => !refusing.has(zone));
  return own === undefined ? 'block' : { cannotTell: 'needs-admin', detail: 'a zone that firewalld did not bring' };
}

function parse<T extends z.ZodType>(transcript: Transcript, schema: T): { value: z.output<T> } | CannotTell {
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: 'firewalld' };
  if (transcript.exitCode) {
    const isRefused = /AccessDenied|not authorized|authentication/i.test(transcript.errorText ?? '');
    return { cannotTell: isRefused ? 'needs-admin' : 'failed', detail: 'firewalld' };
  }
  try {
    return { value: schema.parse(JSON.parse(transcript.text)) };
  } catch {
    return { cannotTell: 'unparsable', detail: 'firewalld' };
  }
}
