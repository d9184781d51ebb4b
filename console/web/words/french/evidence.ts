import type { ConsoleWords } from '../words.ts';

export const evidence: ConsoleWords['evidence'] = {
  title: 'Preuves',
  about: 'Ce qui a été contrôlé et ce qui a été constaté. Dire si une norme est respectée revient à un auditeur.',
  report: {
    title: 'Rapport pour une période',
    program: 'Programme',
    from: 'Du',
    to: 'Au',
    pdf: 'Télécharger le PDF',
    csv: 'Télécharger le CSV',
    chooseDays: 'Choisissez un premier et un dernier jour.',
    note: 'Les jours sont en UTC. Le rapport vérifie la chaîne du journal d’audit et cite sa dernière empreinte. Le PDF et le CSV sont en anglais.',
  },
  compared: '{edition}. Comparé le {date}.',
  published: 'Où trouver {name}',
  control: 'Exigence',
  asks: 'Ce qu’elle demande',
  shows: 'Ce qui est montré ici',
};
