import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const french: Words = {
  language: 'fr',
  access: { ready: 'Prêt', warned: 'À régler bientôt', draining: 'Fin de l’appel', locked: 'Verrouillé' },
  checks: { ...machine, ...use },
  cannotTell: {
    absent: 'rien sur ce PC ne permet de le savoir',
    denied: 'ce PC ne l’a pas permis',
    'needs-admin': 'seul un administrateur peut le lire',
    'location-off': 'la localisation est désactivée',
    timeout: 'ce PC n’a pas répondu à temps',
    'too-large': 'la réponse était trop longue',
    unparsable: 'la réponse avait un format inconnu',
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
      remedy: 'Appelez l’assistance ; elle enregistrera de nouveau ce PC.',
    },
    revoked: {
      problem: 'Ce PC a été déconnecté de Shiftgate.',
      remedy: 'Demandez à l’assistance un nouveau lien d’installation.',
    },
  },
  frames: {
    allGood: '{title} : tout va bien.',
    nothingToDo: 'Rien à faire.',
    cannotTell: 'Impossible de le savoir ({what}) : {why}.',
    cannotTellRemedy: 'Vous n’avez rien à faire pour l’instant ; l’assistance voit les détails.',
    locationRemedy: 'Activez la localisation pour que nous puissions le lire. L’endroit où vous êtes n’est jamais lu.',
    ready: 'Ce PC est prêt pour le travail.',
    finishCall: 'Terminez cet appel ; il n’y en aura pas d’autre ensuite.',
    lessThanADay: 'moins d’un jour',
  },
};
