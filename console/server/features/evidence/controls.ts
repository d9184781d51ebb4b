import type { CheckId } from '../../../../shared/checks/index.ts';
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
    asOf: '2026-11-27',
  },
  {
    id: 'iso-27001',
    name: 'ISO/IEC 27001',
    edition: '2022, Annex A',
    source: 'https://www.iso.org/standard/27001',
    asOf: '2026-11-27',
  },
  {
    id: 'hipaa',
    name: 'HIPAA Security Rule',
    edition: '45 CFR Part 164, Subpart C',
    source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
    asOf: '2026-11-27',
  },
  {
    id: 'cyber-essentials',
    name: 'Cyber Essentials',
    edition: 'Requirements for IT Infrastructure v3.2',
    source: 'https://www.ncsc.gov.uk/cyberessentials/resources',
    asOf: '2026-11-27',
  },
  {
    id: 'gdpr',
    name: 'GDPR',
    edition: 'Regulation (EU) 2016/679',
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    asOf: '2026-11-27',
  },
];

/** What the report of a period holds, by what a control asks for. */
const shown = {
  locks: 'Every lock of the period with its cause and how soon it took effect, and what these checks find now.',
  found: 'On how many workstations these checks pass, fail or cannot tell now, and how often they locked one.',
  policy: 'The policy in force in the period and its versions.',
  trail: 'A hash-chained audit of every change of access and configuration, verified from the first entry on.',
  pace: 'How many reports came in, how the fleet was on average, and how fast a lock took effect.',
} as const;

/** `[control, what it asks for, what is shown, checks]` */
type Line = readonly [string, string, keyof typeof shown, ...CheckId[]];

const lines: Readonly<Record<Control['framework'], readonly Line[]>> = {
  'pci-dss': [
    [
      '1.5.1',
      'Devices that reach both untrusted networks and cardholder data run defined security controls that their users cannot switch off unnoticed.',
      'locks',
      'firewall',
      'wifi-security',
      'vpn',
      'software',
      'agent-health',
    ],
    [
      '4.2.1',
      'Cardholder data is sent over open, public networks under strong cryptography only.',
      'found',
      'wifi-security',
      'vpn',
    ],
    [
      '5.2.1',
      'Systems that malicious software can reach have protection against it.',
      'found',
      'antivirus',
      'software',
    ],
    ['5.3.1', 'The protection against malicious software is kept up to date by itself.', 'found', 'antivirus'],
    [
      '5.3.5',
      'Users cannot switch off or change the protection against malicious software.',
      'locks',
      'antivirus',
      'admin-rights',
    ],
    ['6.3.3', 'Known holes are closed by updates, critical ones within a month of their release.', 'locks', 'os-patch'],
    ['7.2.2', 'Everybody has the rights that their work needs, and no more.', 'found', 'admin-rights'],
    ['8.2.8', 'Who has been away for more than 15 minutes has to prove themselves again.', 'found', 'screen-lock'],
    ['10.3.4', 'A change to existing audit records does not go unnoticed.', 'trail'],
    ['10.6.1', 'Clocks are kept in step by time synchronization.', 'found', 'time-sync'],
    ['12.3.4', 'Hardware and software are reviewed for whether their vendors still mend them.', 'found', 'os-patch'],
  ],
  'iso-27001': [
    [
      'A.6.7',
      'Information is protected where people work away from the office.',
      'locks',
      'wifi-security',
      'vpn',
      'software',
      'os-patch',
    ],
    ['A.7.7', 'Screens are not left open to others.', 'found', 'screen-lock'],
    [
      'A.7.10',
      'Storage media are handled as the information on them asks for.',
      'found',
      'removable-media',
      'disk-encryption',
    ],
    [
      'A.8.1',
      'Information on and reached from user endpoint devices is protected.',
      'locks',
      'disk-encryption',
      'screen-lock',
      'auto-login',
      'firewall',
    ],
    ['A.8.2', 'Privileged rights are given out sparingly and managed.', 'found', 'admin-rights'],
    ['A.8.5', 'Access begins with a secure proof of who it is.', 'found', 'auto-login', 'screen-lock', 'remote-login'],
    ['A.8.7', 'Malicious software is guarded against.', 'locks', 'antivirus', 'software'],
    ['A.8.8', 'Technical vulnerabilities are known, weighed and dealt with.', 'locks', 'os-patch'],
    [
      'A.8.9',
      'Configurations are set, written down and watched.',
      'found',
      'secure-boot',
      'virtual-machine',
      'agent-health',
    ],
    ['A.8.15', 'Logs are kept, protected and looked at.', 'trail'],
    ['A.8.17', 'Clocks follow an agreed source of time.', 'found', 'time-sync'],
    ['A.8.20', 'Networks that information crosses are secured.', 'found', 'wifi-security', 'vpn', 'firewall'],
    ['A.8.24', 'Cryptography is used by rules.', 'found', 'disk-encryption', 'vpn', 'wifi-security'],
  ],
  hipaa: [
    ['§164.308(a)(1)(ii)(D)', 'Records of system activity are reviewed regularly.', 'trail'],
    [
      '§164.308(a)(5)(ii)(B)',
      'Malicious software is guarded against, detected and reported.',
      'locks',
      'antivirus',
      'software',
      'os-patch',
    ],
    [
      '§164.310(b)',
      'It is laid down how and in what surroundings a workstation with health information is used.',
      'policy',
      'wifi-security',
      'vpn',
      'software',
    ],
    [
      '§164.310(c)',
      'Only those who may use a workstation with health information can reach it.',
      'found',
      'screen-lock',
      'auto-login',
      'remote-login',
    ],
    ['§164.310(d)(1)', 'Media with health information are controlled as they come and go.', 'found', 'removable-media'],
    ['§164.312(a)(2)(iii)', 'A session ends by itself when nobody uses it.', 'found', 'screen-lock'],
    [
      '§164.312(a)(2)(iv)',
      'Health information at rest is encrypted where that is reasonable.',
      'found',
      'disk-encryption',
    ],
    ['§164.312(b)', 'Activity in systems with health information is recorded and examined.', 'trail'],
    [
      '§164.312(e)(1)',
      'Health information is guarded against others while it is transmitted.',
      'found',
      'wifi-security',
      'vpn',
    ],
  ],
  'cyber-essentials': [
    [
      'Firewalls',
      'Every device is behind a firewall that lets nothing in unasked.',
      'found',
      'firewall',
      'remote-login',
    ],
    [
      'Secure configuration',
      'What is not needed is removed or switched off, and devices lock.',
      'found',
      'software',
      'auto-login',
      'screen-lock',
    ],
    [
      'Security update management',
      'Software is supported, and fixes for serious holes are installed within 14 days.',
      'locks',
      'os-patch',
    ],
    ['User access control', 'Administrator accounts are used for administration only.', 'found', 'admin-rights'],
    ['Malware protection', 'Malicious software cannot run.', 'locks', 'antivirus', 'software'],
  ],
  gdpr: [
    ['Article 5(2)', 'Who processes personal data can show that its principles are kept.', 'trail'],
    [
      'Article 32(1)(a)',
      'Personal data is encrypted where that is fitting.',
      'found',
      'disk-encryption',
      'vpn',
      'wifi-security',
    ],
    [
      'Article 32(1)(b)',
      'Systems stay confidential, intact and available while they are used.',
      'locks',
      'wifi-security',
      'vpn',
      'software',
      'os-patch',
      'firewall',
      'antivirus',
    ],
    ['Article 32(1)(d)', 'There is a process that tests regularly whether the measures work.', 'pace'],
  ],
};

export const controls: readonly Control[] = frameworks.flatMap(({ id }) =>
  lines[id].map(([control, asks, shows, ...checks]) => ({ framework: id, control, asks, shows: shown[shows], checks })),
);
