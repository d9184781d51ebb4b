import { parseEnv } from 'node:util';
import type { FileProbe } from '../../host/probe.ts';

export const releaseProbe: FileProbe = {
  kind: 'file',
  paths: ['/etc/os-release', '/usr/lib/os-release'],
  why: 'name and version of the system',
};

/** Which system this is, in the words of the end-of-life table. */
export interface Release {
  readonly product: string;
  readonly name: string;
  readonly version: string;
  /** Its packages and updates come by apt. */
  readonly apt: boolean;
}

/** Releases by code name: derivatives name only the code name of what they are built on. */
const byCodeName: Readonly<Record<string, { product: string; version: string }>> = {
  trixie: { product: 'debian', version: '13' },
  bookworm: { product: 'debian', version: '12' },
  bullseye: { product: 'debian', version: '11' },
  buster: { product: 'debian', version: '10' },
  resolute: { product: 'ubuntu', version: '26.04' },
  questing: { product: 'ubuntu', version: '25.10' },
  plucky: { product: 'ubuntu', version: '25.04' },
  noble: { product: 'ubuntu', version: '24.04' },
  jammy: { product: 'ubuntu', version: '22.04' },
  focal: { product: 'ubuntu', version: '20.04' },
  bionic: { product: 'ubuntu', version: '18.04' },
};

/**
 * Reads `/etc/os-release`. A derivative (Mint, Pop!_OS, LMDE) lives by the security updates of its base, so it is
 * reported as that base under its own name; one whose base is not named stays itself, and its end of life unknown.
 */
export function parseRelease(osRelease: string): Release | undefined {
  const fields = parseEnv(osRelease);
  const id = fields['ID'];
  if (!id) return undefined;
  const family = [id, ...(fields['ID_LIKE'] ?? '').split(' ')];
  const apt = family.includes('debian') || family.includes('ubuntu');
  const name = (fields['PRETTY_NAME'] ?? fields['NAME'] ?? id).slice(0, 120);
  const base = id === 'debian' || id === 'ubuntu' ? undefined : baseOf(fields);
  // Debian testing and unstable have a code name only.
  const version = fields['VERSION_ID'] ?? fields['VERSION_CODENAME'] ?? 'unknown';
  return { product: id.slice(0, 40), version: version.slice(0, 40), ...base, name, apt };
}

function baseOf(fields: NodeJS.Dict<string>): { product: string; version: string } | undefined {
  const codeName = fields['UBUNTU_CODENAME'] ?? fields['DEBIAN_CODENAME'] ?? fields['VERSION_CODENAME'];
  return codeName === undefined ? undefined : byCodeName[codeName];
}
