import type { Words } from '../words.ts';

/** What the PC itself is like. */
export const machine = {
  'os-patch': {
    title: 'Mises à jour du système',
    why: 'Les failles connues d’un vieux système laissent d’autres lire ce que vos clients vous confient.',
    texts: {
      'security-updates-missing': {
        problem: 'Des mises à jour de sécurité attendent : {count}, la plus ancienne depuis {days} ({names}).',
        remedy: 'Installez toutes les mises à jour maintenant, dans les réglages de mise à jour de votre système.',
      },
      'lists-old': {
        problem: 'Ce PC a cherché des mises à jour pour la dernière fois il y a {days}.',
        remedy: 'Faites-le chercher maintenant, dans les réglages de mise à jour de votre système.',
      },
      'restart-pending': {
        problem: 'Des mises à jour sont installées mais attendent un redémarrage depuis {days}.',
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
  'disk-encryption': {
    title: 'Chiffrement du disque',
    why: 'Sans lui, celui qui trouve ou vole ce PC peut lire ce que vos clients vous ont confié.',
    texts: {
      'not-encrypted': {
        problem: 'Le disque {mount} de ce PC n’est pas chiffré.',
        remedy:
          'Activez le chiffrement : BitLocker ou « Chiffrement de l’appareil » sous Windows, FileVault sur un Mac. Sous Linux, demandez à l’assistance.',
      },
      'under-way': {
        problem: 'Le chiffrement du disque {mount} n’est pas terminé.',
        remedy: 'Laissez ce PC allumé et branché jusqu’à la fin.',
      },
      suspended: {
        problem: 'Le chiffrement du disque {mount} est suspendu : n’importe qui pourrait lire ce disque.',
        remedy: 'Ouvrez les réglages de chiffrement de ce PC et choisissez « Reprendre la protection » ou « Activer ».',
      },
      decrypting: {
        problem: 'Le chiffrement du disque {mount} est en train d’être retiré.',
        remedy: 'Réactivez le chiffrement du disque.',
      },
    },
  },
  firewall: {
    title: 'Pare-feu',
    why: 'Il tient les autres appareils de votre réseau à l’écart des programmes avec lesquels vous travaillez.',
    texts: {
      off: {
        problem: 'Le pare-feu de ce PC est désactivé ({names}).',
        remedy: 'Activez le pare-feu (« Coupe-feu » sur un Mac) dans les réglages de sécurité ou de réseau de ce PC.',
      },
      'lets-all-in': {
        problem: 'Le pare-feu est activé, mais il laisse tout entrer ({names}).',
        remedy:
          'Réglez-le pour qu’il bloque les connexions entrantes qu’aucune règle n’autorise ; l’assistance peut vous aider.',
      },
      none: {
        problem: 'Ce PC n’a pas de pare-feu.',
        remedy:
          'Demandez à l’assistance d’en installer un (sous Linux : installez ufw, puis lancez « sudo ufw enable »).',
      },
    },
  },
  antivirus: {
    title: 'Antivirus',
    why: 'Un programme malveillant sur ce PC pourrait lire les données d’un client en même temps que vous.',
    texts: {
      none: {
        problem: 'Ce PC n’a pas d’antivirus.',
        remedy: 'Activez celui qui est fourni avec ce PC, ou demandez à l’assistance celui de l’entreprise.',
      },
      'wrong-product': {
        problem: 'Ce PC n’est pas protégé par l’antivirus de votre entreprise ({expected}).',
        remedy: 'Demandez à l’assistance de l’installer.',
      },
      off: {
        problem: 'L’antivirus est désactivé ({names}).',
        remedy: 'Ouvrez-le et activez la « Protection en temps réel ».',
      },
      snoozed: { problem: 'L’antivirus est en pause ({names}).', remedy: 'Ouvrez-le et réactivez-le.' },
      expired: {
        problem: 'Votre antivirus a expiré ({names}).',
        remedy: 'Renouvelez-le, ou désinstallez-le pour que celui qui est fourni avec ce PC prenne le relais.',
      },
      'old-signatures': {
        problem: '{names} n’a pas été mis à jour depuis trop longtemps.',
        remedy: 'Ouvrez-le et lancez la recherche de mises à jour.',
      },
      'not-needed': { problem: 'Les systèmes de ce type sont fournis sans antivirus.', remedy: 'Rien à faire.' },
    },
  },
  'secure-boot': {
    title: 'Démarrage sécurisé',
    why: 'Il garantit que rien ne se glisse dans ce PC avant le démarrage du système et de sa protection.',
    texts: {
      'boot-off': {
        problem: 'Le « Démarrage sécurisé » (Secure Boot) est désactivé.',
        remedy: 'Demandez à l’assistance de l’activer dans les réglages de démarrage de ce PC.',
      },
      'boot-reduced': {
        problem: 'Ce PC démarre avec une sécurité réduite.',
        remedy: 'Demandez à l’assistance de régler la sécurité du démarrage au maximum.',
      },
      'boot-legacy': {
        problem: 'Ce PC démarre à l’ancienne, sans démarrage sécurisé.',
        remedy: 'Demandez à l’assistance si ce PC peut démarrer avec UEFI et le démarrage sécurisé.',
      },
      'no-tpm': {
        problem: 'Ce PC n’a pas de puce de sécurité (TPM), ou elle est désactivée.',
        remedy: 'Demandez à l’assistance de l’activer dans les réglages de démarrage, ou de vous donner un autre PC.',
      },
      'old-tpm': {
        problem: 'La puce de sécurité de ce PC est trop ancienne (TPM {version}).',
        remedy: 'Demandez un autre PC à l’assistance.',
      },
      'integrity-off': {
        problem: 'La protection du système en marche est désactivée.',
        remedy:
          'Demandez à l’assistance de la réactiver (« Protection de l’intégrité du système » sur un Mac, « Intégrité de la mémoire » sous Windows, « lockdown » sous Linux).',
      },
    },
  },
  'virtual-machine': {
    title: 'Vrai PC',
    why: 'Un PC qui tourne dans un autre PC peut être observé de l’extérieur sans que personne le remarque.',
    texts: {
      inside: {
        problem: 'Vous travaillez dans une machine virtuelle ({product}).',
        remedy: 'Travaillez sur le PC lui-même : installez-y Shiftgate et utilisez-le pour votre travail.',
      },
    },
  },
  'removable-media': {
    title: 'Clés et disques USB',
    why: 'Les données de clients copiées sur une clé échappent à tout contrôle.',
    texts: {
      attached: {
        problem: 'Il y a une clé USB, un disque ou une carte sur ce PC ({count}).',
        remedy: 'Éjectez et débranchez ce support pendant votre travail.',
      },
      'not-encrypted': {
        problem: 'Il y a une clé USB, un disque ou une carte sans chiffrement sur ce PC ({count}).',
        remedy: 'Éjectez et débranchez ce support pendant votre travail, ou chiffrez-le.',
      },
      'not-blocked': {
        problem: 'Ce PC ne refuse pas les clés et les disques USB.',
        remedy: 'Demandez à l’assistance de les bloquer.',
      },
    },
  },
  'time-sync': {
    title: 'Horloge',
    why: 'Les appels et les paiements ne prouvent quelque chose que si leur heure est juste.',
    texts: {
      'clock-off': {
        problem: 'L’horloge de ce PC est décalée de {minutes}.',
        remedy: 'Activez « Régler l’heure automatiquement » dans les réglages de date et d’heure.',
      },
      'automatic-off': {
        problem: 'L’horloge de ce PC est réglée à la main.',
        remedy: 'Activez « Régler l’heure automatiquement » dans les réglages de date et d’heure.',
      },
      'not-synchronised': {
        problem: 'L’horloge de ce PC ne suit pas son serveur de temps.',
        remedy:
          'Vérifiez que ce PC est en ligne ; dans les réglages de date et d’heure, choisissez « Synchroniser maintenant ».',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  | 'os-patch'
  | 'disk-encryption'
  | 'firewall'
  | 'antivirus'
  | 'secure-boot'
  | 'virtual-machine'
  | 'removable-media'
  | 'time-sync'
>;
