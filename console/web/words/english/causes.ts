import type { CheckId, checks } from '../../../../shared/checks/index.ts';
import type { OutsideCode } from '../../../../shared/words/words.ts';

type Titles = { readonly [Id in CheckId]: { readonly [Code in keyof (typeof checks)[Id]['texts']]: string } };

/** What goes wrong on many workstations, in a few words without names or numbers. */
export const causes = {
  cannotTell: 'Cannot tell: {check} – {why}',
  outside: {
    'manual-lock': 'Locked by hand',
    'out-of-contact': 'Out of contact',
    'awaiting-approval': 'Waits for approval',
    quarantined: 'Quarantined',
    revoked: 'Revoked',
  } satisfies Readonly<Record<OutsideCode, string>>,
  checks: {
    'os-patch': {
      'security-updates-missing': 'Security updates missing',
      'lists-old': 'Has not looked for updates lately',
      'restart-pending': 'Restart pending',
      'end-of-life': 'System past its end of life',
      'below-minimum': 'System older than allowed',
      'automatic-updates-off': 'Automatic updates off',
    },
    'wifi-security': {
      open: 'Wi-Fi without a password',
      weak: 'Weak Wi-Fi protection',
      'wired-only': 'Network cable',
      'no-link': 'No network link',
    },
    vpn: {
      'not-required': 'VPN not required',
      'tunnel-down': 'VPN not connected',
      'wrong-vendor': 'Another VPN than the company’s',
      'not-full': 'Only part of the traffic in the VPN',
      'not-routed': 'Nothing goes through the VPN',
      'ipv6-outside': 'IPv6 bypasses the VPN',
      'wrong-egress': 'Traffic from other addresses than the company’s',
    },
    software: {
      'forbidden-running': 'Forbidden software running',
      'forbidden-installed': 'Forbidden software installed',
      'required-missing': 'Required software not running',
    },
    'disk-encryption': {
      'not-encrypted': 'Disk not encrypted',
      'under-way': 'Disk still being encrypted',
      suspended: 'Disk encryption paused',
      decrypting: 'Disk encryption being removed',
    },
    firewall: {
      off: 'Firewall off',
      'lets-all-in': 'Firewall lets everything in',
      none: 'No firewall',
    },
    antivirus: {
      none: 'No virus protection',
      'wrong-product': 'Another virus protection than the company’s',
      off: 'Virus protection off',
      snoozed: 'Virus protection paused',
      expired: 'Virus protection expired',
      'old-signatures': 'Virus protection not up to date',
      'not-needed': 'No virus protection needed',
    },
    'screen-lock': {
      never: 'Screen never locks',
      'too-late': 'Screen locks too late',
      'no-password': 'Screen opens without a password',
    },
    'remote-login': {
      open: 'Others can log in over the network',
      'remote-session': 'Used from somewhere else',
    },
    'admin-rights': {
      administrator: 'Administrator account',
      'always-administrator': 'Administrator without being asked',
    },
    'auto-login': {
      on: 'Starts without a password',
    },
    'secure-boot': {
      'boot-off': 'Secure Boot off',
      'boot-reduced': 'Reduced start security',
      'boot-legacy': 'Starts without Secure Boot',
      'no-tpm': 'No security chip (TPM)',
      'old-tpm': 'Security chip (TPM) too old',
      'integrity-off': 'System protection off',
    },
    'virtual-machine': {
      inside: 'Inside a virtual machine',
    },
    'removable-media': {
      attached: 'USB stick, disk or card attached',
      'not-encrypted': 'Attached disk not encrypted',
      'not-blocked': 'USB sticks not refused',
    },
    'time-sync': {
      'clock-off': 'Clock wrong',
      'automatic-off': 'Clock set by hand',
      'not-synchronised': 'Clock not in step',
    },
    'agent-health': {
      'old-version': 'Shiftgate too old',
      'update-waiting': 'Update of Shiftgate waiting',
      'files-changed': 'Files of Shiftgate changed',
      'permission-missing': 'Shiftgate lacks a permission',
      'weak-key': 'Key not kept safely',
    },
  } satisfies Titles,
};
