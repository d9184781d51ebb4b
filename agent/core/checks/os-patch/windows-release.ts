import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Registry } from '../../windows/registry.ts';
import { clientVersions, serverVersions } from './windows-builds.ts';

export interface WindowsRelease extends Pick<FactOf<'os-patch'>, 'product' | 'name' | 'version' | 'build'> {
  /** Number of the update within the build (UBR); undefined where the registry does not have it. */
  readonly revision: number | undefined;
}

/** Windows 11 still calls itself "Windows 10" in the registry: the build decides. */
const firstOf11 = 22_000;

/** Undefined when there is no build, without which nothing is known. */
export function findRelease(registry: Registry, key: string): WindowsRelease | undefined {
  const build = registry.number(key, 'CurrentBuildNumber') ?? registry.number(key, 'CurrentBuild');
  if (build === undefined) return undefined;
  const revision = registry.number(key, 'UBR');
  const full = revision === undefined ? String(build) : `${build}.${revision}`;
  const edition = registry.text(key, 'EditionID') ?? '';
  const said = registry.text(key, 'ProductName') ?? 'Windows';
  const label = registry.text(key, 'DisplayVersion') ?? registry.text(key, 'ReleaseId');
  const isServer = /^server/i.test(registry.text(key, 'InstallationType') ?? '') || /^server/i.test(edition);
  const name = isServer ? said : said.replace(/^(Windows )10\b/, build >= firstOf11 ? '$111' : '$110');
  return {
    product: isServer ? 'windows-server' : 'windows',
    name: [name, label].filter(Boolean).join(' ').slice(0, 120),
    version: isServer ? (serverVersions[build] ?? String(build)) : clientVersion(build, edition),
    build: full.slice(0, 60),
    revision,
  };
}

/** `-w` Home and Professional, `-e` Enterprise and Education, `-e-lts` and `-iot-lts` the long-term channel. */
function clientVersion(build: number, edition: string): string {
  const version = clientVersions[build];
  // Newer than the table, or a test version: its end is not known, and it is not taken for an old one.
  if (version === undefined) return String(build);
  // Editions end on different days.
  if (edition === '') return version;
  if (/^IoTEnterpriseS/i.test(edition)) return `${version}-iot-lts`;
  if (/^EnterpriseS/i.test(edition)) return `${version}-e-lts`;
  return `${version}-${/^(Enterprise|Education|IoTEnterprise|PPIPro|ServerRdsh)/i.test(edition) ? 'e' : 'w'}`;
}
