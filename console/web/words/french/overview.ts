import type { ConsoleWords } from '../words.ts';
import { plural } from './plural.ts';

export const overview: ConsoleWords['overview'] = {
  title: 'Synthèse',
  asOf: 'Situation à {time}',
  program: 'Programme',
  allPrograms: 'Tous les programmes',
  none: 'Aucun poste pour l’instant',
  noneWhy: 'Créez un code d’inscription sur la page des programmes ; les chiffres arrivent avec le premier rapport.',
  accessNow: 'Accès en ce moment',
  accessIn: '{access}, programme {name}',
  speed: {
    title: 'Rapidité, sur les 7 derniers jours',
    lock: 'De l’anomalie au verrouillage',
    fix: 'De la correction à l’accès',
    told: '{median} médiane · {most} 95e centile',
    times: plural('({count} fois)', '({count} fois)'),
    none: 'Rien de mesuré pour l’instant',
  },
  curve: {
    title: 'Accès au fil du temps',
    soon: 'La courbe commence quand la console a tourné quelques heures ; elle fait un relevé toutes les cinq minutes.',
    layers: {
      ready: 'Prêts',
      warned: 'À régler bientôt',
      locked: 'Verrouillés par un contrôle ou à la main',
      silent: 'Sans contact',
    },
    told: 'De {from} à {to} : en ce moment {ready} prêts, {warned} à régler, {locked} verrouillés, {silent} sans contact ; au plus {most} à la fois.',
    at: '{time} : {ready} prêts, {warned} à régler, {locked} verrouillés, {silent} sans contact',
  },
  facets: {
    access: 'Accès',
    cause: 'Causes principales',
    held: 'Retenus par le disjoncteur',
    system: 'Systèmes',
    agent: 'Versions de l’agent',
    'end-of-life': 'Fin des mises à jour de sécurité',
    wifi: 'Liaisons au réseau',
    vpn: 'Trafic passant par un VPN',
    enrolment: 'Inscription',
    contact: 'Contact avec la console',
  },
  nobodyStopped: 'Personne n’est verrouillé ni averti.',
  nothingKnown: 'Rien de connu pour l’instant.',
};
