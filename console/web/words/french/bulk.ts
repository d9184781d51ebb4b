import type { ConsoleWords } from '../words.ts';
import { plural } from './plural.ts';

export const bulk: ConsoleWords['bulk'] = {
  selected: {
    label: 'Postes sélectionnés',
    whom: 'les postes sélectionnés',
    count: plural('{count} poste sélectionné', '{count} postes sélectionnés'),
    clear: 'Désélectionner',
  },
  title: {
    message: plural('Message à {count} poste', 'Message à {count} postes'),
    excuse: plural('Dispenser {count} poste', 'Dispenser {count} postes'),
    lock: plural('Verrouiller {count} poste', 'Verrouiller {count} postes'),
  },
  send: plural('Envoyer à {count} poste', 'Envoyer à {count} postes'),
  lockAbout: 'Leurs personnes perdent le CRM aussitôt, jusqu’à ce que quelqu’un lève le verrou.',
  checksAbout: 'Aucun code d’appelant ne vaut pour plusieurs : le journal d’audit dit que vous vous en êtes passé.',
  messageAbout: 'Il s’affiche dans le Shiftgate de chaque personne.',
  reasonIsFor: 'Les personnes le voient, et il reste dans l’historique.',
  done: {
    recheck: plural('Vérification demandée à {count} poste.', 'Vérification demandée à {count} postes.'),
    message: plural('Message envoyé à {count} poste.', 'Message envoyé à {count} postes.'),
    assign: plural('{count} poste confié.', '{count} postes confiés.'),
    excuse: plural('{count} poste dispensé.', '{count} postes dispensés.'),
    lock: plural('{count} poste verrouillé.', '{count} postes verrouillés.'),
  },
  takenBack: plural('Annulé pour {count} poste.', 'Annulé pour {count} postes.'),
  failed: 'Sauf {who} : {problem}',
  failedMore: plural('Sauf {who} et {count} autre : {problem}', 'Sauf {who} et {count} autres : {problem}'),
};
