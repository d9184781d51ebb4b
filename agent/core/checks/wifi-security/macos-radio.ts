import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, jsonOf, textOf } from '../../macos/answers.ts';

/** What one source says about one interface. */
export interface Radio {
  readonly name: string;
  readonly isWifi: boolean;
  readonly isUp: boolean;
  readonly security: WifiSecurity | CannotTell;
}

const locationOff: CannotTell = {
  cannotTell: 'location-off',
  detail: 'System Settings > Privacy & Security > Location Services',
};

/** A name that is kept back is the sign of the permission; without it, the source simply did not say. */
function unsaid(isRedacted: boolean, source: string): CannotTell {
  return isRedacted ? locationOff : { cannotTell: 'absent', detail: `${source} names no security` };
}

function unknown(source: string, word: string): CannotTell {
  return { cannotTell: 'unparsable', detail: `${source}: ${word}`.slice(0, 200) };
}

/** Words of `ipconfig getsummary`. */
const summaryWords: Readonly<Record<string, WifiSecurity>> = {
  NONE: 'open',
  OPEN: 'open',
  WEP: 'wep',
  WPA_PSK: 'wpa-tkip',
  WPA_8021X: 'wpa-tkip',
  WPA_ENTERPRISE: 'wpa-tkip',
  WPA_WPA2_PSK: 'wpa2-personal',
  WPA2_PSK: 'wpa2-personal',
  WPA2_8021X: 'wpa2-enterprise',
  WPA2_ENTERPRISE: 'wpa2-enterprise',
  WPA2_WPA3_PSK: 'wpa2-wpa3-transition',
  WPA3_TRANSITION: 'wpa2-wpa3-transition',
  WPA3_SAE: 'wpa3-personal',
  WPA3_PSK: 'wpa3-personal',
  WPA3_8021X: 'wpa3-enterprise',
  WPA3_ENTERPRISE: 'wpa3-enterprise',
  OWE: 'owe',
};

/** It knows the security, or that there is none because there is no link: System Information would look around for it. */
export const summaryIsEnough = new RegExp(
  `^ {2}Security : (?:${Object.keys(summaryWords).join('|')})$|^ {2}InterfaceType : WiFi\\n {2}LinkStatusActive : FALSE$`,
  'm',
);

/** Only lines of the outermost level count: a DHCP packet is printed in the middle, unindented, as the server sent it. */
export function linksBySummary(name: string, transcript: Transcript): Answer<Radio[]> {
  const text = textOf(transcript, `ipconfig getsummary ${name}`);
  if (!isAnswer(text)) return text;
  // An interface that is not there, or not set up, is answered with nothing.
  const isEmpty = text.value.trim() === '' && transcript.outcome === 'ok';
  if (isEmpty) return { cannotTell: 'absent', detail: `ipconfig getsummary ${name}` };
  const found = (key: string) => [...text.value.matchAll(new RegExp(`^  ${key} : (.{1,60})$`, 'gm'))];
  const field = (key: string) => found(key)[0]?.[1]?.trim();
  // What stands there twice was put there by the server, or by the name of the network.
  const isForged = ['InterfaceType', 'LinkStatusActive', 'Security'].some((key) => found(key).length > 1);
  const sort = field('InterfaceType');
  const isWhole = text.value.startsWith('<dictionary> {') && /\n}\s*$/.test(text.value.slice(-20));
  if (!isWhole || isForged || sort === undefined) {
    return { cannotTell: 'unparsable', detail: `ipconfig getsummary ${name}` };
  }
  const word = field('Security');
  const isRedacted = field('SSID') === '<redacted>' || field('BSSID') === '<redacted>';
  const security = word === undefined || word === '<redacted>' ? unsaid(isRedacted, 'ipconfig') : summaryWords[word];
  const radio: Radio = {
    name,
    isWifi: sort === 'WiFi',
    isUp: field('LinkStatusActive') === 'TRUE',
    security: security ?? unknown('ipconfig', word ?? ''),
  };
  return { value: [radio] };
}

/**
 * Words of System Information after `spairport_security_mode_`. In the mixed modes a Mac takes the better of the two.
 * `owe_transition` is left out: it does not say in which of the two halves the Mac is.
 */
const profilerWords: Readonly<Record<string, WifiSecurity>> = {
  none: 'open',
  wep: 'wep',
  dynamic_wep: 'wep',
  wpa_personal: 'wpa-tkip',
  wpa_enterprise: 'wpa-tkip',
  wpa_personal_mixed: 'wpa2-personal',
  wpa_enterprise_mixed: 'wpa2-enterprise',
  wpa2_personal: 'wpa2-personal',
  wpa2_personal_mixed: 'wpa2-personal',
  wpa2_enterprise: 'wpa2-enterprise',
  wpa2_enterprise_mixed: 'wpa2-enterprise',
  wpa3_transition: 'wpa2-wpa3-transition',
  wpa3_personal: 'wpa3-personal',
  wpa2_wpa3_enterprise: 'wpa2-enterprise',
  wpa3_enterprise: 'wpa3-enterprise',
  owe: 'owe',
};

const Network = z.looseObject({
  _name: z.string().optional(),
  spairport_network_channel: z.unknown().optional(),
  spairport_security_mode: z.string().optional(),
});
const Profile = z.object({
  SPAirPortDataType: z.array(
    z.object({
      spairport_airport_interfaces: z
        .array(
          z.object({
            _name: z.string(),
            spairport_status_information: z.string().optional(),
            spairport_current_network_information: Network.optional(),
          }),
        )
        .optional(),
    }),
  ),
});

export function linksByProfiler(transcript: Transcript): Answer<Radio[]> {
  const read = jsonOf(transcript, 'system_profiler SPAirPortDataType', Profile);
  if (!isAnswer(read)) return read;
  const interfaces = read.value.SPAirPortDataType.flatMap((part) => part.spairport_airport_interfaces ?? []);
  return {
    // AWDL has a network of its own, without a state and without a security.
    value: interfaces
      .filter(({ _name }) => /^en\d+$/.test(_name))
      .map((one): Radio => {
        const network = one.spairport_current_network_information;
        return {
          name: one._name,
          isWifi: true,
          isUp:
            (one.spairport_status_information ?? 'spairport_status_connected') === 'spairport_status_connected' &&
            network !== undefined,
          security: profiled(network),
        };
      }),
  };
}

function profiled(network: z.output<typeof Network> | undefined): Radio['security'] {
  const mode = network?.spairport_security_mode;
  if (mode === undefined || mode === '<redacted>') return unsaid(network?._name === '<redacted>', 'System Information');
  // Some versions lose the first letter.
  const word = mode.replace(/^s?pairport_security_mode_/, '');
  return profilerWords[word] ?? unknown('System Information', mode);
}

const airportWords: Readonly<Record<string, WifiSecurity>> = {
  none: 'open',
  wep: 'wep',
  wpa: 'wpa-tkip',
  'wpa-psk': 'wpa-tkip',
  wpa2: 'wpa2-enterprise',
  'wpa2-psk': 'wpa2-personal',
  'wpa3-sae': 'wpa3-personal',
};

/** `     link auth: wpa2-psk`. WEP shows under `802.11 auth` alone, and since 14.4 there is but a warning. */
export function linksByAirport(transcript: Transcript, hardware?: ReadonlyMap<string, string>): Answer<Radio[]> {
  const text = textOf(transcript, 'airport');
  if (!isAnswer(text)) return text;
  if (/WARNING: The airport command line tool is deprecated/.test(text.value)) {
    return { cannotTell: 'absent', detail: 'airport only warns on this macOS' };
  }
  const field = (label: string) => new RegExp(`^ *${label}: *(\\S.{0,40}?) *\\n`, 'm').exec(text.value)?.[1];
  const name = [...(hardware ?? [])].find(([, sort]) => sort === 'IEEE80211')?.[0] ?? 'en0';
  if (/^AirPort: Off/m.test(text.value))
    return { value: [{ name, isWifi: true, isUp: false, security: unsaid(false, 'airport') }] };
  const state = field('state');
  if (state === undefined) return { cannotTell: 'unparsable', detail: 'airport' };
  const word = field('link auth');
  const isWep = word === 'none' && field('802.11 auth') === 'shared';
  const security =
    word === undefined ? unsaid(false, 'airport') : (airportWords[isWep ? 'wep' : word] ?? unknown('airport', word));
  return { value: [{ name, isWifi: true, isUp: state === 'running', security }] };
}
