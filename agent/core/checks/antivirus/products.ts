/** Virus protection for Linux, by the names that its makers document. */
export interface KnownProduct {
  readonly name: string;
  /** The programs that do the protecting; the kernel cuts names at 15 characters. */
  readonly processes: readonly string[];
  /** Services that start them. */
  readonly units: readonly string[];
  /** The name of the program is too common to count without its service. */
  readonly needsUnit?: boolean;
  /** It runs without protecting until it is told to, and tells nobody but root. */
  readonly hidesState?: boolean;
}

export const products: readonly KnownProduct[] = [
  {
    name: 'CrowdStrike Falcon',
    processes: ['falcon-sensor', 'falcon-sensor-bpf', 'falcon-sensor-b'],
    units: ['falcon-sensor'],
  },
  { name: 'SentinelOne', processes: ['s1-agent'], units: ['sentinelone'] },
  { name: 'Cortex XDR', processes: ['pmd'], units: ['traps_pmd'], needsUnit: true },
  {
    name: 'Sophos',
    processes: ['sophos_threat_detector', 'sophos_threat_d'],
    units: ['sophos-spl'],
    hidesState: true,
  },
  { name: 'Trend Micro', processes: ['ds_agent'], units: ['ds_agent'] },
  { name: 'Trellix', processes: ['mfetpd'], units: ['mfetpd'] },
  { name: 'Carbon Black Cloud', processes: ['cbagentd'], units: ['cbagentd'] },
  { name: 'Elastic Defend', processes: ['elastic-endpoint', 'elastic-endpoin'], units: ['ElasticEndpoint'] },
  { name: 'ESET', processes: ['oaeventd'], units: ['eea', 'efs'] },
  { name: 'Kaspersky', processes: ['kesl'], units: ['kesl', 'kesl-supervisor'] },
  { name: 'Bitdefender', processes: ['bdsecd'], units: ['bdsec'] },
  { name: 'Dr.Web', processes: ['drweb-spider'], units: ['drweb-configd'] },
  { name: 'Cisco Secure Endpoint', processes: ['ampdaemon'], units: ['cisco-amp'] },
  { name: 'Malwarebytes', processes: ['mbdaemon'], units: ['mbdaemon'] },
];
