import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';

export interface NetshLink {
  readonly guid: string;
  /** As the person knows the adapter: the first of its fields. */
  readonly name: string;
  readonly isConnected: boolean;
  readonly security: WifiSecurity | CannotTell;
}

/** Characters of a text, and of a line in it, beyond which it is nothing that netsh prints. */
const longest = 256 * 1024;
const longestLine = 400;

/**
 * `netsh wlan show interfaces` speaks Windows' language. What survives translation is used: the order of the fields, the
 * GUID, `SSID`, `BSSID`, `802.11` and the names of ciphers and of WPA versions. Where only a translated word would
 * decide, nothing is decided.
 */
export function parseNetsh(text: string): { netsh: NetshLink[] } | CannotTell {
  if (text.length > longest) return { cannotTell: 'too-large', detail: 'netsh' };
  if (isLocationWall(text)) return { cannotTell: 'location-off', detail: 'ms-settings:privacy-location' };
  const blocks = text.split(/\r?\n(?:[ \t]*\r?\n)+/).map(fieldsOf);
  const links = blocks.flatMap((fields) => linkOf(fields) ?? []);
  // That there is no wireless adapter is said in a sentence of Windows' language.
  return links.length === 0
    ? { cannotTell: 'unparsable', detail: 'netsh lists no wireless adapter' }
    : { netsh: links };
}

/** The page of the settings is named in every language, and so is the number of the error. */
function isLocationWall(text: string): boolean {
  return /ms-settings:privacy-location|WlanQueryInterface\D{0,80}\b5\b/i.test(text);
}

/** Values in their order; a label is padded and followed by a colon between blanks. */
function fieldsOf(block: string): { label: string; value: string }[] {
  return block.split(/\r?\n/).flatMap((line) => {
    if (line.length > longestLine) return [];
    const [, label, value] = /^ {2,}(\S.*?)\s*[:：]\s+(.*\S)\s*$/u.exec(line) ?? [];
    return label === undefined || value === undefined ? [] : [{ label, value }];
  });
}

type Fields = ReturnType<typeof fieldsOf>;

const cipherName = /^(CCMP|GCMP(-256)?|TKIP|WEP(-\d+)?)$/i;
const radio = /^802\.11\w+$/i;

function linkOf(fields: Fields): NetshLink | undefined {
  const guid = fields.find(({ value }) => /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(value))?.value;
  if (guid === undefined) return undefined;
  const hasNetwork = fields.some(({ label }) => /\bBSSID$/i.test(label));
  return {
    guid,
    name: fields[0]?.value ?? guid,
    isConnected: hasNetwork,
    security: hasNetwork ? securityOf(fields) : notConnected,
  };
}

const notConnected: CannotTell = { cannotTell: 'absent', detail: 'netsh shows no network' };

/** After the radio type come authentication and cipher, whatever they are called. */
function securityOf(fields: Fields): WifiSecurity | CannotTell {
  const radioAt = fields.findIndex(({ value }) => radio.test(value));
  const rest = radioAt < 0 ? [] : fields.slice(radioAt + 1, radioAt + 4);
  const [auth = '', cipher = ''] = rest.slice(0, 2).map(({ value }) => value);
  const akm = /akm\s*=\s*00-0f-ac:(\d\d)/i.exec(fields.map(({ value }) => value).join('\n'))?.[1];
  return rate(auth, cipher, akm) ?? { cannotTell: 'unparsable', detail: `netsh: ${auth} / ${cipher}`.slice(0, 200) };
}

/** RSN key management suites that netsh of newer builds names by number. */
const byAkm: Readonly<Record<string, WifiSecurity>> = {
  '01': 'wpa2-enterprise',
  '02': 'wpa2-personal',
  '05': 'wpa2-enterprise',
  '06': 'wpa2-personal',
  '08': 'wpa3-personal',
  '12': 'wpa3-enterprise',
  '18': 'owe',
  '24': 'wpa3-personal',
};

/** Words for "open" that Windows uses, in its languages. */
const open =
  /^(open( system| systeem)?|offen(es System)?|ouvr(ir|ert|erte)|abiert[ao]|abrir|apert[ao]|apri|abert[ao]|öppen|åben|åpen|avoin|otwart[aey]|otevřen[áýé]|nyitott|nyílt|açık|открыт(ая|ый|ая система|ь)|відкрит[аий]+|ανοικτ[όήά]|مفتوح(ة)?|פתוח(ה)?|เปิด|开放式?|開放(系統|式)?|オープン( ?システム)?|열(림|기)|개방(형)?)$/iu;

function rate(auth: string, cipher: string, akm: string | undefined): WifiSecurity | undefined {
  if (/^WEP/i.test(cipher)) return 'wep';
  if (/^TKIP$/i.test(cipher)) return 'wpa-tkip';
  if (akm !== undefined) return byAkm[akm];
  if (/\bOWE\b/i.test(auth)) return 'owe';
  if (open.test(auth)) return cipher === '' || cipherName.test(cipher) ? undefined : 'open';
  return cipherName.test(cipher) ? byVersion(auth) : undefined;
}

/** Words for "personal" and "enterprise" that Windows uses, in its languages. */
const personal = /Person|Pessoal|Privat|PSK|SAE|Osobist|Личн|个人|個人|パーソナル|개인|Persoonlijk/iu;
const enterprise =
  /Enterprise|Unternehmen|Entreprise|Empresa|Empresarial|Azienda|Onderneming|Przedsi|Корпорат|企业|企業|エンタープライズ|엔터프라이즈|802\.1X/iu;

/** An enterprise network is never taken for one with a shared password, nor the other way round. */
function byVersion(auth: string): WifiSecurity | undefined {
  const version = /\bWPA([23])/i.exec(auth)?.[1];
  if (version === undefined) return /\bWPA\b/i.test(auth) ? 'wpa-tkip' : undefined;
  const kind = enterprise.test(auth) ? 'enterprise' : personal.test(auth) ? 'personal' : undefined;
  return kind && `wpa${version as '2' | '3'}-${kind}`;
}
