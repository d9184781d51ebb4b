import type { ConsoleWords } from '../words.ts';
import { plural } from './plural.ts';

export const triage: ConsoleWords['triage'] = {
  timeZone: 'Les heures sont en {zone}.',
  waiting: plural('{count} attend une réponse', '{count} attendent une réponse'),
  incidents: plural('{count} a signalé un fait suspect', '{count} ont signalé un fait suspect'),
  suspicious: 'Suspect',
  finishingCall: 'Fin d’appel',
  unknownLanguage: 'Langue inconnue',
  ownTime: '{from}–{to} à {zone}',
  openTimeline: 'Ouvrir la chronologie',
  done: 'Terminé',
  closed: 'Dossier clos pour {who}.',
  assignTo: 'Confier à',
  takesCare: '{name} s’occupe de {who}.',
};
