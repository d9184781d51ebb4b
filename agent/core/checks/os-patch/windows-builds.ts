/** The last month that {@link securityReleases} knows. A machine at or above its newest revision may still lack later ones. */
export const windowsBuildsAsOf = '2026-07-14';

/** Marketing name of each build, as the end-of-life table has it. Builds not named here are newer, or test versions. */
export const clientVersions: Readonly<Record<string, string>> = {
  '10240': '10-1507',
  '10586': '10-1511',
  '14393': '10-1607',
  '15063': '10-1703',
  '16299': '10-1709',
  '17134': '10-1803',
  '17763': '10-1809',
  '18362': '10-1903',
  '18363': '10-1909',
  '19041': '10-2004',
  '19042': '10-20h2',
  '19043': '10-21h1',
  '19044': '10-21h2',
  '19045': '10-22h2',
  '22000': '11-21h2',
  '22621': '11-22h2',
  '22631': '11-23h2',
  '26100': '11-24h2',
  '26200': '11-25h2',
  '28000': '11-26h1',
};

export const serverVersions: Readonly<Record<string, string>> = {
  '9600': '2012-r2',
  '14393': '2016',
  '17763': '2019',
  '20348': '2022',
  '25398': '23h2-ac',
  '26100': '2025',
};

/** The security release of one month: on the second Tuesday, which revision a build reached and by which article. */
export interface SecurityRelease {
  readonly day: string;
  readonly revision: number;
  readonly kb: string;
}

const of = (day: string, revision: number, kb: string): SecurityRelease => ({ day, revision, kb });

const windows11Since24h2 = [
  of('2025-09-09', 6584, 'KB5065426'),
  of('2025-10-14', 6899, 'KB5066835'),
  of('2025-11-11', 7171, 'KB5068861'),
  of('2025-12-09', 7462, 'KB5072033'),
  of('2026-01-13', 7623, 'KB5074109'),
  of('2026-02-10', 7840, 'KB5077181'),
  of('2026-03-10', 8037, 'KB5079473'),
  of('2026-04-14', 8246, 'KB5083769'),
  of('2026-05-12', 8457, 'KB5089549'),
  of('2026-06-09', 8655, 'KB5094126'),
  of('2026-07-14', 8875, 'KB5101650'),
];

/**
 * Security releases by build, oldest first. Sources: Microsoft's update history pages of each version, by way of the
 * table in future-architect/vuls (`scanner/windows.go`). Windows 10 ends where its free updates did.
 */
export const securityReleases: Readonly<Record<string, readonly SecurityRelease[]>> = {
  '19045': [
    of('2025-04-08', 5737, 'KB5055518'),
    of('2025-05-13', 5854, 'KB5058379'),
    of('2025-06-10', 5965, 'KB5060533'),
    of('2025-07-08', 6093, 'KB5062554'),
    of('2025-08-12', 6216, 'KB5063709'),
    of('2025-09-09', 6332, 'KB5065429'),
    of('2025-10-14', 6456, 'KB5066791'),
  ],
  '22631': [
    of('2025-05-13', 5335, 'KB5058405'),
    of('2025-06-10', 5472, 'KB5060999'),
    of('2025-07-08', 5624, 'KB5062552'),
    of('2025-08-12', 5768, 'KB5063875'),
    of('2025-09-09', 5909, 'KB5065431'),
    of('2025-10-14', 6060, 'KB5066793'),
    of('2025-11-11', 6199, 'KB5068865'),
    of('2025-12-09', 6345, 'KB5071417'),
    of('2026-01-13', 6491, 'KB5073455'),
    of('2026-02-10', 6649, 'KB5075941'),
    of('2026-03-10', 6783, 'KB5078883'),
    of('2026-04-14', 6936, 'KB5082052'),
    of('2026-05-12', 7079, 'KB5087420'),
    of('2026-06-09', 7219, 'KB5093998'),
    of('2026-07-14', 7376, 'KB5099414'),
  ],
  '26100': windows11Since24h2,
  '26200': windows11Since24h2,
  '28000': [
    of('2026-02-10', 1575, 'KB5077179'),
    of('2026-03-10', 1719, 'KB5079466'),
    of('2026-04-14', 1836, 'KB5083768'),
    of('2026-05-12', 2113, 'KB5089548'),
    of('2026-06-09', 2269, 'KB5095051'),
    of('2026-07-14', 2525, 'KB5101649'),
  ],
};
