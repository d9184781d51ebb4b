/** A client brand of the fleet. */
export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  /** Its CRM wants the company's line. */
  readonly vpn: boolean;
}

export const brands: readonly Brand[] = [
  { id: 'nordwind', name: 'Nordwind Energy', weight: 18, vpn: false },
  { id: 'telco-one', name: 'Telco One', weight: 16, vpn: true },
  { id: 'parcelo', name: 'Parcelo', weight: 13, vpn: false },
  { id: 'skyhop', name: 'Skyhop Airlines', weight: 11, vpn: false },
  { id: 'meridian-bank', name: 'Meridian Bank', weight: 10, vpn: true },
  { id: 'home-and-hearth', name: 'Home & Hearth', weight: 8, vpn: false },
  { id: 'careplus', name: 'CarePlus Insurance', weight: 7, vpn: true },
  { id: 'streamly', name: 'Streamly', weight: 6, vpn: false },
  { id: 'voltcar', name: 'Voltcar', weight: 4, vpn: false },
  { id: 'stayinn', name: 'StayInn Hotels', weight: 3, vpn: false },
  { id: 'medidirect', name: 'MediDirect', weight: 2, vpn: true },
  { id: 'brightbooks', name: 'Brightbooks', weight: 2, vpn: false },
];

const hour = 3_600;
const day = 24 * hour;

/** Seconds in which people have to mend things, by check. */
export const within = {
  'os-patch': 5 * day,
  'wifi-security': 1 * day,
  'disk-encryption': 7 * day,
  firewall: 12 * hour,
  antivirus: 2 * day,
} as const;

/**
 * The policy of a brand. Facts and contacts count for long, so that a fleet nobody's agents run for stays as it was made
 * for a day.
 */
export function policyOf({ name, vpn }: Brand): string {
  return `name: ${JSON.stringify(name)}
lease: 24h
staleAfter: 60d
breaker: { share: 30, within: 10m }
checks:
  os-patch: { strategy: deadline, within: ${within['os-patch']}, maxUpdateAge: 14d, maxListAge: 60d }
  wifi-security: { strategy: deadline, within: ${within['wifi-security']}, minimum: wpa2-personal }
  vpn: { strategy: lock, required: ${vpn}, route: ${vpn ? 'full' : 'any'} }
  software: { strategy: lock, forbid: [remote-access, screen-recording] }
  disk-encryption: { strategy: deadline, within: ${within['disk-encryption']} }
  firewall: { strategy: deadline, within: ${within.firewall} }
  antivirus: { strategy: deadline, within: ${within.antivirus}, maxSignatureAge: 60d }
  screen-lock: { strategy: advise }
  remote-login: { strategy: advise }
  admin-rights: { strategy: observe }
  auto-login: { strategy: advise }
  secure-boot: { strategy: observe }
  virtual-machine: { strategy: lock }
  removable-media: { strategy: advise }
  time-sync: { strategy: advise }
  agent-health: { strategy: advise, maxUpdateAge: 60d }
`;
}
