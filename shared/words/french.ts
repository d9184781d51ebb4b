import type { Words } from './words.ts';

export const french: Words = {
  language: 'fr',
  access: { ready: 'Prêt', warned: 'À régler bientôt', draining: 'Fin de l’appel', locked: 'Verrouillé' },
  checks: {
    'os-patch': {
      title: 'Mises à jour du système',
      why: 'Les failles connues d’un vieux système laissent d’autres lire ce que vos clients vous confient.',
      texts: {
        'security-updates-missing': {
          problem: 'Des mises à jour de sécurité attendent : {count}, la plus ancienne depuis {days} ({names}).',
          remedy:
            'Installez toutes les mises à jour maintenant : ouvrez votre outil de mise à jour, ou lancez « sudo apt upgrade ».',
        },
        'lists-old': {
          problem: 'Ce PC a cherché des mises à jour pour la dernière fois il y a {days}.',
          remedy: 'Faites-le chercher maintenant : ouvrez votre outil de mise à jour, ou lancez « sudo apt update ».',
        },
        'restart-pending': {
          problem: 'Des mises à jour sont installées mais attendent un redémarrage, depuis {days}.',
          remedy: 'Enregistrez votre travail et redémarrez le PC.',
        },
        'end-of-life': {
          problem: '{name} ne reçoit plus de mises à jour de sécurité depuis le {date}.',
          remedy: 'Demandez à l’assistance de passer ce PC à une version prise en charge.',
        },
        'below-minimum': {
          problem: '{name} est plus ancien que ce que votre équipe autorise (au moins {minimum}).',
          remedy: 'Passez à la version {minimum} ou plus récente ; l’assistance peut vous aider.',
        },
        'automatic-updates-off': {
          problem: 'Les mises à jour automatiques sont désactivées.',
          remedy: 'Activez les mises à jour automatiques dans les réglages de votre outil de mise à jour.',
        },
      },
    },
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
      title: 'Programmes',
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
  },
  cannotTell: {
    absent: 'rien sur ce PC ne permet de le savoir',
    denied: 'ce PC ne l’a pas permis',
    'needs-admin': 'seul un administrateur peut le lire',
    'location-off': 'la localisation est désactivée',
    timeout: 'ce PC n’a pas répondu à temps',
    'too-large': 'la réponse était trop longue',
    unparsable: 'la réponse avait une forme inconnue',
    failed: 'la lecture s’est terminée par une erreur',
    unsupported: 'ce système n’est pas encore pris en charge',
    'never-read': 'ce PC ne l’a pas encore signalé',
    stale: 'la dernière lecture est trop ancienne',
  },
  outside: {
    'manual-lock': {
      problem: 'Verrouillé par {by} : {reason}',
      remedy: 'Appelez l’assistance ; elle peut lever le verrou.',
    },
    'out-of-contact': {
      problem: 'Le Shiftgate de ce PC n’a plus donné de nouvelles.',
      remedy: 'Vérifiez que ce PC est en ligne et que Shiftgate tourne ; l’accès revient tout seul.',
    },
    'awaiting-approval': {
      problem: 'Ce PC attend l’accord du service informatique.',
      remedy: 'Demandez à l’assistance de l’approuver.',
    },
    quarantined: {
      problem: 'Deux PC utilisent l’identité de celui-ci.',
      remedy: 'Appelez l’assistance ; elle réinstallera ce PC.',
    },
    revoked: {
      problem: 'Ce PC a été déconnecté de Shiftgate.',
      remedy: 'Demandez à l’assistance un nouveau lien d’installation.',
    },
  },
  frames: {
    allGood: '{title} : tout va bien.',
    nothingToDo: 'Rien à faire.',
    cannotTell: 'Impossible à savoir ({what}) : {why}.',
    cannotTellRemedy: 'Vous n’avez rien à faire pour l’instant ; l’assistance voit les détails.',
    locationRemedy: 'Activez la localisation pour que nous puissions le lire. L’endroit où vous êtes n’est jamais lu.',
    ready: 'Ce PC est prêt pour le travail.',
    finishCall: 'Terminez cet appel ; plus aucun nouveau ensuite.',
    lessThanADay: 'moins d’un jour',
  },
};
