import { compareDebianVersions } from './debian-version.ts';

interface Stanza {
  name: string;
  version: string;
  architecture: string;
  status: string;
}

const fields = { Version: 'version', Architecture: 'architecture', Status: 'status' } as const;

/** Goes through the stanzas of a Debian control file of which only the lines that matter here were kept. */
function parseStanzas(text: string): Stanza[] {
  const stanzas: Stanza[] = [];
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    const key = line.slice(0, colon);
    const value = line.slice(colon + 2);
    const last = stanzas.at(-1);
    if (key === 'Package') stanzas.push({ name: value, version: '', architecture: '', status: '' });
    else if (last && key in fields) last[fields[key as keyof typeof fields]] = value;
  }
  return stanzas;
}

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
}

/** The packages that are installed, from `/var/lib/dpkg/status`; those only configured or half removed are not. */
export function parseInstalled(status: string): InstalledPackage[] {
  return parseStanzas(status).filter((stanza) => stanza.status.endsWith(' ok installed'));
}

/** Names of installed packages for which the lists of offered security updates hold a newer version. */
export function findMissing(installed: readonly InstalledPackage[], offeredLists: string): string[] {
  const offered = newestOffers(offeredLists);
  const missing = installed.filter(({ name, version, architecture }) => {
    const offer = offered.get(`${name}:${architecture}`) ?? offered.get(`${name}:all`);
    return offer !== undefined && compareDebianVersions(version, offer) < 0;
  });
  return [...new Set(missing.map(({ name }) => name))].sort();
}

function newestOffers(lists: string): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { name, version, architecture } of parseStanzas(lists)) {
    const key = `${name}:${architecture}`;
    const known = newest.get(key);
    if (known === undefined || compareDebianVersions(known, version) < 0) newest.set(key, version);
  }
  return newest;
}
