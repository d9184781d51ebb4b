import type { ConsoleWords } from '../words.ts';
import { plural } from './plural.ts';

export const people: ConsoleWords['people'] = {
  title: 'Personnes',
  about: 'Leurs langues et leurs vacations disent qui manque en premier, et dans quelle langue écrire.',
  importShifts: 'Importer des vacations',
  importPeople: 'Importer des personnes',
  nobodyFits: 'Aucune personne ne correspond',
  nobodyFitsWhy: 'Essayez d’autres mots, ou effacez les filtres.',
  showAll: 'Afficher tout le monde',
  nobody: 'Aucune personne connue pour l’instant',
  nobodyWhy: 'Sans personnes ni vacations, le tri ne peut pas dire qui manque en premier.',
  pages: {
    first: 'Première page',
    previous: 'Page précédente',
    next: 'Page suivante',
    last: 'Dernière page',
    page: 'Page n° {number}',
  },
  table: {
    caption: 'Personnes, par nom',
    person: 'Personne',
    programs: 'Programmes',
    language: 'Langue et fuseau horaire',
    shift: 'Vacation',
    workstations: 'Postes',
    actions: 'Actions',
    noShift: 'Aucune connue',
  },
  forget: {
    button: 'Oublier {name}',
    title: 'Oublier {name} ?',
    what: plural(
      'Ses vacations partent aussi ; le journal d’audit et {count} poste restent. Un import fait revenir la personne.',
      'Ses vacations partent aussi ; le journal d’audit et {count} postes restent. Un import fait revenir la personne.',
    ),
    submit: 'Oublier',
    done: 'La console a oublié {name}.',
  },
  import: {
    people: {
      title: 'Importer des personnes',
      about:
        'Un fichier CSV avec ces colonnes, dans n’importe quel ordre. Qui est déjà là est modifié, d’après l’identifiant externe ou le nom ; personne n’est retiré.',
    },
    shifts: {
      title: 'Importer des vacations',
      about:
        'Un fichier CSV avec ces colonnes, dans n’importe quel ordre. Les vacations de ces personnes remplacent celles déjà connues pour les mêmes jours.',
    },
    file: 'Fichier',
    choose: 'Choisir un fichier',
    chooseNone: 'Ne choisir aucun fichier',
    submit: 'Importer',
    submitLines: plural('Importer {count} ligne', 'Importer {count} lignes'),
    done: 'Import terminé : {counts}.',
    preview: plural('{count} ligne : {counts}.', '{count} lignes : {counts}.'),
    counts: {
      added: plural('{count} nouvelle', '{count} nouvelles'),
      changed: plural('{count} modifiée', '{count} modifiées'),
      removed: plural('{count} retirée', '{count} retirées'),
      unchanged: plural('{count} inchangée', '{count} inchangées'),
      none: 'rien ne change',
    },
    problems: 'Problèmes',
    problemCount: plural(
      '{count} problème ; rien n’est importé tant qu’il n’est pas réglé.',
      '{count} problèmes ; rien n’est importé tant qu’ils ne sont pas réglés.',
    ),
    problem: 'Ligne {line}, {column} : {message}',
    firstShown: 'Les {number} premiers sont affichés.',
  },
  feeds: {
    title: 'Calendriers',
    about:
      'Les vacations d’un programme peuvent être lues à une adresse iCalendar, tous les quarts d’heure. Chaque événement est une vacation ; son participant ou son titre désigne la personne.',
    save: 'Enregistrer',
    readNow: 'Lire maintenant',
    remove: 'Retirer',
    read: plural('{count} vacation lue pour {program}.', '{count} vacations lues pour {program}.'),
    removed: 'Le calendrier de {program} et les vacations qu’il a apportées sont retirés.',
    standing: plural('{count} vacation, dernière lecture {time}.', '{count} vacations, dernière lecture {time}.'),
    notYet: 'Pas encore lu.',
  },
};
