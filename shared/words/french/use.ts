import type { Words } from '../words.ts';

/** How the PC is used and reached. */
export const use = {
  'wifi-security': {
    title: 'Sécurité du Wi-Fi',
    why: 'Sur un Wi-Fi ouvert ou faible, des voisins peuvent écouter les données de vos clients.',
    texts: {
      open: {
        problem: 'Votre Wi-Fi n’est protégé par aucun mot de passe.',
        remedy: 'Mettez un mot de passe WPA2 ou WPA3 sur votre box, ou utilisez un câble réseau.',
      },
      weak: {
        problem: 'Votre Wi-Fi utilise {security}, qui se casse facilement.',
        remedy: 'Passez votre box en WPA2 ou WPA3 ({minimum} au minimum), ou utilisez un câble réseau.',
      },
      'wired-only': { problem: 'Ce PC utilise un câble réseau, pas le Wi-Fi.', remedy: 'Rien à faire.' },
      'no-link': {
        problem: 'Ce PC n’est relié à aucun réseau.',
        remedy: 'Branchez un câble réseau ou connectez-vous à votre Wi-Fi.',
      },
    },
  },
  vpn: {
    title: 'VPN',
    why: 'Le VPN garde les données des clients sur la ligne de l’entreprise.',
    texts: {
      'not-required': { problem: 'Votre équipe ne demande pas de VPN.', remedy: 'Rien à faire.' },
      'tunnel-down': { problem: 'Le VPN n’est pas connecté.', remedy: 'Connectez le VPN de votre entreprise.' },
      'wrong-vendor': {
        problem: 'Vous passez par {vendor}, qui n’est pas le VPN de votre entreprise.',
        remedy: 'Déconnectez-le et connectez le VPN de votre entreprise ({expected}).',
      },
      'not-full': {
        problem: 'Une partie seulement de votre trafic passe par le VPN.',
        remedy: 'Choisissez le tunnel complet dans votre VPN, ou demandez le bon profil à l’assistance.',
      },
      'not-routed': {
        problem: 'Le VPN est connecté, mais rien n’y passe.',
        remedy: 'Déconnectez le VPN puis reconnectez-le.',
      },
      'ipv6-outside': {
        problem: 'Le trafic IPv6 contourne le VPN.',
        remedy: 'Demandez à l’assistance un profil VPN qui couvre IPv6.',
      },
      'wrong-egress': {
        problem: 'Votre trafic n’arrive pas depuis les adresses de l’entreprise (vu depuis {address}).',
        remedy: 'Reconnectez le VPN de l’entreprise et vérifiez à nouveau.',
      },
    },
  },
  software: {
    title: 'Logiciels',
    why: 'Un programme d’accès à distance ou d’enregistrement peut montrer les données d’un client à un inconnu.',
    texts: {
      'forbidden-running': {
        problem: '{names} est ouvert, ce qui n’est pas autorisé pendant le travail.',
        remedy: 'Quittez complètement {names} ; l’accès revient tout seul.',
      },
      'forbidden-installed': {
        problem: '{names} est installé, ce qui n’est pas autorisé sur ce PC.',
        remedy: 'Désinstallez {names}.',
      },
      'required-missing': {
        problem: '{names} n’est pas ouvert, alors que votre équipe le demande.',
        remedy: 'Lancez {names} ; demandez à l’assistance s’il n’est pas installé.',
      },
    },
  },
  'screen-lock': {
    title: 'Verrouillage de l’écran',
    why: 'Quand vous vous éloignez du PC, personne d’autre ne doit voir ni utiliser ce qui est ouvert.',
    texts: {
      never: {
        problem: 'L’écran de ce PC ne se verrouille jamais tout seul.',
        remedy:
          'Réglez l’écran pour qu’il se verrouille après {minutes} au plus, dans les réglages d’écran ou de sécurité.',
      },
      'too-late': {
        problem: 'L’écran ne se verrouille qu’après {minutes}.',
        remedy: 'Réglez ce délai sur {mostMinutes} ou moins, dans les réglages d’écran ou de sécurité.',
      },
      'no-password': {
        problem: 'L’écran se rouvre sans mot de passe.',
        remedy: 'Activez la demande du mot de passe à la sortie de veille (« Exiger le mot de passe » sur un Mac).',
      },
    },
  },
  'remote-login': {
    title: 'Connexion à distance',
    why: 'Quelqu’un qui se connecte de l’extérieur voit les mêmes données de clients que vous.',
    texts: {
      open: {
        problem: 'D’autres peuvent se connecter à ce PC par le réseau ({names}).',
        remedy: 'Désactivez {names} dans les réglages « Partage » ou « Bureau à distance » de ce PC.',
      },
      'remote-session': {
        problem: 'Ce PC est utilisé depuis un autre endroit.',
        remedy: 'Mettez fin à la session à distance et travaillez directement sur ce PC.',
      },
    },
  },
  'admin-rights': {
    title: 'Droits d’administrateur',
    why: 'Ce que vous ouvrez par erreur ne peut pas faire plus que ce qui vous est permis.',
    texts: {
      administrator: {
        problem: 'Vous travaillez avec un compte d’administrateur.',
        remedy:
          'Créez pour le travail un second compte, de type « Standard », et utilisez-le ; l’assistance peut vous aider.',
      },
      'always-administrator': {
        problem: 'Tout programme de ce PC peut tout modifier sans vous le demander.',
        remedy:
          'Rétablissez les questions du système (« Contrôle de compte d’utilisateur » sous Windows), ou utilisez un compte standard.',
      },
    },
  },
  'auto-login': {
    title: 'Ouverture de session automatique',
    why: 'Un PC qui démarre sans mot de passe s’ouvre à quiconque l’allume.',
    texts: {
      on: {
        problem: 'Ce PC démarre sans demander de mot de passe.',
        remedy: 'Désactivez l’ouverture de session automatique dans les réglages de votre compte.',
      },
    },
  },
  'agent-health': {
    title: 'Shiftgate lui-même',
    why: 'Shiftgate ne peut se porter garant de ce PC que s’il est intact et à jour.',
    texts: {
      'old-version': {
        problem: 'Shiftgate est trop ancien sur ce PC ({version} ; au moins {minimum}).',
        remedy: 'Redémarrez Shiftgate pour qu’il se mette à jour, ou installez la version la plus récente.',
      },
      'update-waiting': {
        problem: 'Une mise à jour de Shiftgate attend depuis {days}.',
        remedy: 'Quittez Shiftgate et relancez-le.',
      },
      'files-changed': {
        problem: 'Des fichiers de Shiftgate ont été modifiés sur ce PC.',
        remedy: 'Réinstallez Shiftgate ; demandez le lien à l’assistance.',
      },
      'permission-missing': {
        problem: 'Shiftgate n’a pas le droit d’utiliser : {names}.',
        remedy: 'Autorisez-le dans les réglages de confidentialité de ce PC.',
      },
      'weak-key': {
        problem: 'La clé qui prouve l’identité de ce PC n’est pas conservée assez sûrement.',
        remedy: 'Demandez à l’assistance ; il faudra peut-être un PC avec une puce de sécurité.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
