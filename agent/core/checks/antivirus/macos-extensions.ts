import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, textOf } from '../../macos/answers.ts';

/** A product that looks into the system by an extension, which the person has to allow. */
export interface Extension {
  readonly name: string;
  readonly isOn: boolean;
}

/** Products by the beginnings of the bundle ids of their extensions. */
const products: readonly (readonly [string, string])[] = [
  ['com.microsoft.wdav', 'Microsoft Defender'],
  ['com.crowdstrike.falcon', 'CrowdStrike Falcon'],
  ['com.sentinelone.', 'SentinelOne'],
  ['com.sophos.', 'Sophos'],
  ['com.eset.', 'ESET'],
  ['com.bitdefender.', 'Bitdefender'],
  ['com.jamf.protect', 'Jamf Protect'],
  ['com.malwarebytes.', 'Malwarebytes'],
  ['com.norton.', 'Norton'],
  ['com.symantec.', 'Symantec'],
  ['com.broadcom.', 'Symantec'],
  ['com.trendmicro.', 'Trend Micro'],
  ['com.kaspersky.', 'Kaspersky'],
  ['com.avast.', 'Avast'],
  ['com.avg.', 'AVG'],
  ['com.mcafee.', 'McAfee'],
  ['com.trellix.', 'Trellix'],
  ['com.cisco.endpoint', 'Cisco Secure Endpoint'],
  ['com.vmware.carbonblack', 'Carbon Black'],
  ['com.carbonblack.', 'Carbon Black'],
  ['com.paloaltonetworks.traps', 'Cortex XDR'],
  ['com.paloaltonetworks.cortex', 'Cortex XDR'],
  ['com.fortinet.forticlient', 'FortiClient'],
  ['com.withsecure.', 'WithSecure'],
  ['com.f-secure.', 'F-Secure'],
  ['com.intego.', 'Intego VirusBarrier'],
  ['com.elastic.', 'Elastic Defend'],
  ['co.elastic.', 'Elastic Defend'],
];

const kind = 'com.apple.system_extension.endpoint_security';

/**
 * `*\t*\tX9E956P446\tcom.crowdstrike.falcon.Agent (7.11/180.1)\tFalcon\t[activated enabled]`, under a heading for each kind.
 * Only those that watch programs and files count; many products have another one for the network.
 */
export function securityExtensions(transcript: Transcript): Answer<Extension[]> {
  const text = textOf(transcript, 'systemextensionsctl');
  if (!isAnswer(text)) return text;
  if (!/^\d+ extension\(s\)/m.test(text.value)) return { cannotTell: 'unparsable', detail: 'systemextensionsctl' };
  const sections = text.value.split(/^--- /m).filter((section) => section.startsWith(kind));
  const found = new Map<string, Extension>();
  for (const line of sections.flatMap((section) => section.split('\n'))) {
    const one = extensionOf(line);
    if (one !== undefined && !found.get(one.name)?.isOn) found.set(one.name, one);
  }
  return { value: [...found.values()] };
}

/** Older versions of a product stay in the list until the next restart, as terminated. */
function extensionOf(line: string): Extension | undefined {
  const [, id = '', state = ''] =
    /\t([\w.-]{1,200}) \([^\t)]{0,80}\)\t[^\t]{0,200}\t\[([a-z _]{1,80})\]\s*$/.exec(line) ?? [];
  const name = products.find(([start]) => id.startsWith(start))?.[1];
  if (name === undefined || state.startsWith('terminated')) return undefined;
  return { name, isOn: state === 'activated enabled' };
}
