import type { Control, FrameworkView } from '../../../../shared/protocol/oversight-views.ts';

/**
 * What parts of well-known standards ask for, in our own words, and what this console can show for them. It shows that
 * something was checked and what was found; whether a control is met is for an assessor to say.
 */
export const frameworks: readonly FrameworkView[] = [
  {
    id: 'pci-dss',
    name: 'PCI DSS',
    edition: '4.0.1, June 2024',
    source: 'https://www.pcisecuritystandards.org/document_library/',
    asOf: '2026-11-24',
  },
  {
    id: 'iso-27001',
    name: 'ISO/IEC 27001',
    edition: '2022, Annex A',
    source: 'https://www.iso.org/standard/27001',
    asOf: '2026-11-24',
  },
  {
    id: 'hipaa',
    name: 'HIPAA Security Rule',
    edition: '45 CFR Part 164, Subpart C',
    source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
    asOf: '2026-11-24',
  },
  {
    id: 'cyber-essentials',
    name: 'Cyber Essentials',
    edition: 'Requirements for IT Infrastructure v3.2',
    source: 'https://www.ncsc.gov.uk/cyberessentials/resources',
    asOf: '2026-11-24',
  },
  {
    id: 'gdpr',
    name: 'GDPR',
    edition: 'Regulation (EU) 2016/679',
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    asOf: '2026-11-24',
  },
];

const access = 'Who was locked when, for what, and how soon after the fact: the timeline of each workstation.';
const trail = 'A hash-chained audit of every change of access and configuration, verified from the first entry on.';

export const controls: readonly Control[] = [
  {
    framework: 'pci-dss',
    control: '1.5.1',
    asks: 'Devices that reach both untrusted networks and cardholder data run defined security controls that their users cannot switch off unnoticed.',
    shows: 'Each check’s finding on each workstation, and that a failing one lost access.',
    checks: ['wifi-security', 'vpn', 'software'],
  },
  {
    framework: 'pci-dss',
    control: '4.2.1',
    asks: 'Cardholder data is sent over open, public networks under strong cryptography only.',
    shows: 'The protection of the Wi-Fi in use and whether traffic went through the VPN.',
    checks: ['wifi-security', 'vpn'],
  },
  {
    framework: 'pci-dss',
    control: '6.3.3',
    asks: 'Known holes are closed by updates, critical ones within a month of their release.',
    shows: 'Missing security updates, since when, and the deadline that the policy sets.',
    checks: ['os-patch'],
  },
  {
    framework: 'pci-dss',
    control: '10.3.4',
    asks: 'A change to existing audit records does not go unnoticed.',
    shows: trail,
    checks: [],
  },
  {
    framework: 'pci-dss',
    control: '12.3.4',
    asks: 'Hardware and software are reviewed for whether their vendors still mend them.',
    shows: 'Systems near or past their vendor’s end of security support.',
    checks: ['os-patch'],
  },
  {
    framework: 'iso-27001',
    control: 'A.6.7',
    asks: 'Information is protected where people work away from the office.',
    shows: access,
    checks: ['wifi-security', 'vpn', 'software', 'os-patch'],
  },
  {
    framework: 'iso-27001',
    control: 'A.8.1',
    asks: 'Information on and reached from user endpoint devices is protected.',
    shows: 'The state of each workstation and the policy version it was judged by.',
    checks: ['os-patch', 'software'],
  },
  {
    framework: 'iso-27001',
    control: 'A.8.8',
    asks: 'Technical vulnerabilities are known, weighed and dealt with.',
    shows: 'Missing security updates and how long they have been missing.',
    checks: ['os-patch'],
  },
  {
    framework: 'iso-27001',
    control: 'A.8.15',
    asks: 'Logs are kept, protected and looked at.',
    shows: trail,
    checks: [],
  },
  {
    framework: 'iso-27001',
    control: 'A.8.20',
    asks: 'Networks that information crosses are secured.',
    shows: 'The protection of the link in use and the share of the traffic in the tunnel.',
    checks: ['wifi-security', 'vpn'],
  },
  {
    framework: 'hipaa',
    control: '§164.308(a)(1)(ii)(D)',
    asks: 'Records of system activity are reviewed regularly.',
    shows: trail,
    checks: [],
  },
  {
    framework: 'hipaa',
    control: '§164.308(a)(5)(ii)(B)',
    asks: 'Malicious software is guarded against, detected and reported.',
    shows: 'Programs that must not run, and that access ended while they did.',
    checks: ['software', 'os-patch'],
  },
  {
    framework: 'hipaa',
    control: '§164.310(b)',
    asks: 'It is laid down how and in what surroundings a workstation with health information is used.',
    shows: 'The policy in force in the period and its versions.',
    checks: ['wifi-security', 'vpn', 'software'],
  },
  {
    framework: 'hipaa',
    control: '§164.312(e)(1)',
    asks: 'Health information is guarded against others while it is transmitted.',
    shows: 'The protection of the link and the state of the VPN at the time.',
    checks: ['wifi-security', 'vpn'],
  },
  {
    framework: 'cyber-essentials',
    control: 'Security update management',
    asks: 'Software is supported, and fixes for serious holes are installed within 14 days.',
    shows: 'Missing security updates against the 14 days, and systems without support.',
    checks: ['os-patch'],
  },
  {
    framework: 'cyber-essentials',
    control: 'Secure configuration',
    asks: 'Programs that are not needed are not there.',
    shows: 'Programs that the policy forbids and where they were found.',
    checks: ['software'],
  },
  {
    framework: 'gdpr',
    control: 'Article 5(2)',
    asks: 'Who processes personal data can show that its principles are kept.',
    shows: trail,
    checks: [],
  },
  {
    framework: 'gdpr',
    control: 'Article 32(1)(b)',
    asks: 'Systems stay confidential, intact and available while they are used.',
    shows: access,
    checks: ['wifi-security', 'vpn', 'software', 'os-patch'],
  },
  {
    framework: 'gdpr',
    control: 'Article 32(1)(d)',
    asks: 'There is a process that tests regularly whether the measures work.',
    shows: 'How often each workstation reported, and how fast a lock took effect.',
    checks: [],
  },
];
