/** When this table was taken from its sources. */
export const endOfLifeAsOf = '2026-08-22';

interface Ends {
  /** Last day of the vendor's ordinary security support, ISO date; absent while the vendor has named none. */
  readonly standard?: string;
  /** Last day of free or commonly bought long-term support, where there is one. */
  readonly longTerm?: string;
}

/**
 * Ends of security support by product and release.
 * Source: endoflife.date, products debian, ubuntu, fedora, windows, windows-server, macos, read on {@link endOfLifeAsOf};
 * `longTerm` is Debian LTS; Ubuntu Pro and Windows ESU are paid and left out.
 */
const table: Readonly<Record<string, Readonly<Record<string, Ends>>>> = {
  debian: {
    '13': { standard: '2028-08-09', longTerm: '2030-06-30' },
    '12': { standard: '2026-07-11', longTerm: '2028-06-30' },
    '11': { standard: '2024-08-14', longTerm: '2026-08-31' },
    '10': { standard: '2022-09-10', longTerm: '2024-06-30' },
    '9': { standard: '2020-07-18' },
  },
  ubuntu: {
    '26.04': { standard: '2031-04-30' },
    '25.10': { standard: '2026-07-01' },
    '25.04': { standard: '2026-01-17' },
    '24.10': { standard: '2025-07-10' },
    '24.04': { standard: '2029-05-31' },
    '22.04': { standard: '2027-04-01' },
    '20.04': { standard: '2025-05-31' },
    '18.04': { standard: '2023-05-31' },
    '16.04': { standard: '2021-04-02' },
  },
  fedora: {
    '44': { standard: '2027-06-02' },
    '43': { standard: '2026-12-09' },
    '42': { standard: '2026-05-27' },
    '41': { standard: '2025-12-15' },
    '40': { standard: '2025-05-13' },
  },
  // Apple names no day beforehand. 11 and 10.15 got one late certificate update and nothing else.
  macos: {
    '26': {},
    '15': {},
    '14': {},
    '13': { standard: '2025-09-15' },
    '12': { standard: '2024-09-16' },
    '11': { standard: '2026-02-02' },
    '10.15': { standard: '2026-02-02' },
    '10.14': { standard: '2021-10-25' },
    '10.13': { standard: '2020-12-01' },
  },
  // `-w` Home and Professional, `-e` Enterprise and Education, `-lts` the long-term channel.
  windows: {
    '11-26h1-w': { standard: '2028-03-14' },
    '11-26h1-e': { standard: '2029-03-13' },
    '11-25h2-w': { standard: '2027-10-12' },
    '11-25h2-e': { standard: '2028-10-10' },
    '11-24h2-w': { standard: '2026-10-13' },
    '11-24h2-e': { standard: '2027-10-12' },
    '11-24h2-e-lts': { standard: '2029-10-09' },
    '11-24h2-iot-lts': { standard: '2034-10-10' },
    '11-23h2-w': { standard: '2025-11-11' },
    '11-23h2-e': { standard: '2026-11-10' },
    '11-22h2-w': { standard: '2024-10-08' },
    '11-22h2-e': { standard: '2025-10-14' },
    '11-21h2-w': { standard: '2023-10-10' },
    '11-21h2-e': { standard: '2024-10-08' },
    '10-22h2-w': { standard: '2025-10-14' },
    '10-22h2-e': { standard: '2025-10-14' },
    '10-21h2-w': { standard: '2023-06-13' },
    '10-21h2-e': { standard: '2024-06-11' },
    '10-21h2-e-lts': { standard: '2027-01-12' },
    '10-21h2-iot-lts': { standard: '2032-01-13' },
    '10-21h1-w': { standard: '2022-12-13' },
    '10-21h1-e': { standard: '2022-12-13' },
    '10-20h2-w': { standard: '2022-05-10' },
    '10-20h2-e': { standard: '2023-05-09' },
    '10-2004-w': { standard: '2021-12-14' },
    '10-2004-e': { standard: '2021-12-14' },
    '10-1909-w': { standard: '2021-05-11' },
    '10-1909-e': { standard: '2022-05-10' },
    '10-1903-w': { standard: '2020-12-08' },
    '10-1903-e': { standard: '2020-12-08' },
    '10-1809-w': { standard: '2020-11-10' },
    '10-1809-e': { standard: '2021-05-11' },
    '10-1809-e-lts': { standard: '2029-01-09' },
    '10-1803-w': { standard: '2019-11-12' },
    '10-1803-e': { standard: '2021-05-11' },
    '10-1607-e-lts': { standard: '2026-10-13' },
    '10-1507-e-lts': { standard: '2025-10-14' },
  },
  'windows-server': {
    '2025': { standard: '2034-11-14' },
    '2022': { standard: '2031-10-14' },
    '23h2-ac': { standard: '2026-05-12' },
    '2019': { standard: '2029-01-09' },
    '2016': { standard: '2027-01-12' },
    '2012-r2': { standard: '2023-10-10' },
  },
};

/** Support ends of a release; undefined for a product or release that the table does not know (never "unsupported"). */
export function endOfLife(product: string, version: string): Ends | undefined {
  const ends = table[product]?.[version];
  if (ends !== undefined || product !== 'macos' || !version.includes('.')) return ends;
  // 15.7.1 belongs to 15, 10.15.7 to 10.15.
  return endOfLife(product, version.slice(0, version.lastIndexOf('.')));
}
