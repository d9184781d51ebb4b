import type { ConsoleWords } from '../words.ts';

export const causes: ConsoleWords['causes'] = {
  cannotTell: 'Indéterminé : {check} – {why}',
  outside: {
    'manual-lock': 'Verrouillé à la main',
    'out-of-contact': 'Sans nouvelles',
    'awaiting-approval': 'Attend une approbation',
    quarantined: 'En quarantaine',
    revoked: 'Révoqué',
  },
  checks: {
    'os-patch': {
      'security-updates-missing': 'Mises à jour de sécurité manquantes',
      'lists-old': 'N’a pas cherché de mises à jour récemment',
      'restart-pending': 'Redémarrage en attente',
      'end-of-life': 'Système en fin de vie',
      'below-minimum': 'Système plus ancien que permis',
      'automatic-updates-off': 'Mises à jour automatiques désactivées',
    },
    'wifi-security': {
      open: 'Wi-Fi sans mot de passe',
      weak: 'Wi-Fi mal protégé',
      'wired-only': 'Câble réseau',
      'no-link': 'Aucune liaison réseau',
    },
    vpn: {
      'not-required': 'VPN non demandé',
      'tunnel-down': 'VPN non connecté',
      'wrong-vendor': 'Autre VPN que celui de l’entreprise',
      'not-full': 'Trafic en partie hors du VPN',
      'not-routed': 'Rien ne passe par le VPN',
      'ipv6-outside': 'IPv6 contourne le VPN',
      'wrong-egress': 'Trafic venant d’autres adresses que celles de l’entreprise',
    },
    software: {
      'forbidden-running': 'Logiciel interdit ouvert',
      'forbidden-installed': 'Logiciel interdit installé',
      'required-missing': 'Logiciel exigé non ouvert',
    },
    'disk-encryption': {
      'not-encrypted': 'Disque non chiffré',
      'under-way': 'Chiffrement du disque en cours',
      suspended: 'Chiffrement du disque suspendu',
      decrypting: 'Déchiffrement du disque en cours',
    },
    firewall: {
      off: 'Pare-feu désactivé',
      'lets-all-in': 'Pare-feu laissant tout entrer',
      none: 'Aucun pare-feu',
    },
    antivirus: {
      none: 'Aucun antivirus',
      'wrong-product': 'Autre antivirus que celui de l’entreprise',
      off: 'Antivirus désactivé',
      snoozed: 'Antivirus en pause',
      expired: 'Antivirus expiré',
      'old-signatures': 'Antivirus pas à jour',
      'not-needed': 'Antivirus non nécessaire',
    },
    'screen-lock': {
      never: 'Écran jamais verrouillé',
      'too-late': 'Écran verrouillé trop tard',
      'no-password': 'Écran rouvert sans mot de passe',
    },
    'remote-login': {
      open: 'Connexion possible par le réseau',
      'remote-session': 'Utilisé d’ailleurs',
    },
    'admin-rights': {
      administrator: 'Compte d’administrateur',
      'always-administrator': 'Administrateur sans confirmation',
    },
    'auto-login': {
      on: 'Démarre sans mot de passe',
    },
    'secure-boot': {
      'boot-off': 'Secure Boot désactivé',
      'boot-reduced': 'Sécurité de démarrage réduite',
      'boot-legacy': 'Démarre sans Secure Boot',
      'no-tpm': 'Aucune puce de sécurité (TPM)',
      'old-tpm': 'Puce de sécurité (TPM) trop ancienne',
      'integrity-off': 'Protection du système désactivée',
    },
    'virtual-machine': {
      inside: 'Dans une machine virtuelle',
    },
    'removable-media': {
      attached: 'Clé USB, disque ou carte branché',
      'not-encrypted': 'Support branché non chiffré',
      'not-blocked': 'Clés USB non refusées',
    },
    'time-sync': {
      'clock-off': 'Horloge fausse',
      'automatic-off': 'Horloge réglée à la main',
      'not-synchronised': 'Horloge non synchronisée',
    },
    'agent-health': {
      'old-version': 'Shiftgate trop ancien',
      'update-waiting': 'Mise à jour de Shiftgate en attente',
      'files-changed': 'Fichiers de Shiftgate modifiés',
      'permission-missing': 'Permission manquante pour Shiftgate',
      'weak-key': 'Clé mal protégée',
    },
  },
};
