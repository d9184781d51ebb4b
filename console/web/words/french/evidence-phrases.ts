/** What standards ask for and what the console shows for it, by the English of `console/server/features/evidence`. */
export const evidencePhrases: Readonly<Record<string, string>> = {
  GDPR: 'RGPD',
  '4.0.1, June 2024': '4.0.1, juin 2024',
  '2022, Annex A': '2022, annexe A',
  'Regulation (EU) 2016/679': 'Règlement (UE) 2016/679',
  'Every lock of the period with its cause and how soon it took effect, and what these checks find now.':
    'Chaque verrouillage de la période, avec sa cause et le temps qu’il a mis à prendre effet, et ce que ces contrôles constatent maintenant.',
  'On how many workstations these checks pass, fail or cannot tell now, and how often they locked one.':
    'Sur combien de postes ces contrôles sont conformes, non conformes ou indéterminés maintenant, et combien de fois ils en ont verrouillé un.',
  'The policy in force in the period and its versions.': 'La politique en vigueur pendant la période, et ses versions.',
  'A hash-chained audit of every change of access and configuration, verified from the first entry on.':
    'Un journal de chaque changement d’accès et de configuration, chaîné par empreintes et vérifié depuis la première entrée.',
  'How many reports came in, how the fleet was on average, and how fast a lock took effect.':
    'Combien de rapports sont arrivés, comment le parc se portait en moyenne, et en combien de temps un verrouillage a pris effet.',
  'Devices that reach both untrusted networks and cardholder data run defined security controls that their users cannot switch off unnoticed.':
    'Les appareils qui accèdent à la fois à des réseaux non fiables et aux données de carte ont des protections définies, que leurs utilisateurs ne peuvent pas couper sans que cela se voie.',
  'Cardholder data is sent over open, public networks under strong cryptography only.':
    'Les données de carte ne passent par des réseaux ouverts et publics que sous un chiffrement robuste.',
  'Systems that malicious software can reach have protection against it.':
    'Les systèmes que des logiciels malveillants peuvent atteindre en sont protégés.',
  'The protection against malicious software is kept up to date by itself.':
    'La protection contre les logiciels malveillants se tient à jour d’elle-même.',
  'Users cannot switch off or change the protection against malicious software.':
    'Les utilisateurs ne peuvent ni couper ni modifier la protection contre les logiciels malveillants.',
  'Known holes are closed by updates, critical ones within a month of their release.':
    'Les failles connues sont comblées par des mises à jour, les critiques dans le mois qui suit leur publication.',
  'Everybody has the rights that their work needs, and no more.':
    'Chacun a les droits que demande son travail, et pas davantage.',
  'Who has been away for more than 15 minutes has to prove themselves again.':
    'Qui s’est absenté plus de 15 minutes doit prouver de nouveau qui il est.',
  'A change to existing audit records does not go unnoticed.':
    'Une modification des traces d’audit existantes ne passe pas inaperçue.',
  'Clocks are kept in step by time synchronization.': 'Les horloges sont tenues à l’heure par une synchronisation.',
  'Hardware and software are reviewed for whether their vendors still mend them.':
    'On vérifie si les éditeurs et constructeurs corrigent encore le matériel et les logiciels.',
  'Information is protected where people work away from the office.':
    'L’information est protégée là où l’on travaille hors du bureau.',
  'Screens are not left open to others.': 'Les écrans ne restent pas ouverts à d’autres.',
  'Storage media are handled as the information on them asks for.':
    'Les supports de stockage sont traités comme le demande l’information qu’ils portent.',
  'Information on and reached from user endpoint devices is protected.':
    'L’information présente sur les terminaux des utilisateurs, ou accessible depuis eux, est protégée.',
  'Privileged rights are given out sparingly and managed.':
    'Les droits privilégiés sont accordés avec parcimonie et gérés.',
  'Access begins with a secure proof of who it is.': 'L’accès commence par une preuve sûre de l’identité.',
  'Malicious software is guarded against.': 'On se protège des logiciels malveillants.',
  'Technical vulnerabilities are known, weighed and dealt with.':
    'Les vulnérabilités techniques sont connues, évaluées et traitées.',
  'Configurations are set, written down and watched.': 'Les configurations sont fixées, consignées et surveillées.',
  'Logs are kept, protected and looked at.': 'Les journaux sont conservés, protégés et consultés.',
  'Clocks follow an agreed source of time.': 'Les horloges suivent une source de temps convenue.',
  'Networks that information crosses are secured.': 'Les réseaux que traverse l’information sont sécurisés.',
  'Cryptography is used by rules.': 'La cryptographie est utilisée selon des règles.',
  'Records of system activity are reviewed regularly.':
    'Les traces de l’activité des systèmes sont examinées régulièrement.',
  'Malicious software is guarded against, detected and reported.':
    'Les logiciels malveillants sont bloqués, détectés et signalés.',
  'It is laid down how and in what surroundings a workstation with health information is used.':
    'Il est défini comment, et dans quel environnement, un poste donnant accès à des données de santé est utilisé.',
  'Only those who may use a workstation with health information can reach it.':
    'Seuls ceux qui peuvent utiliser un poste donnant accès à des données de santé peuvent l’atteindre.',
  'Media with health information are controlled as they come and go.':
    'Les supports portant des données de santé sont contrôlés à l’entrée et à la sortie.',
  'A session ends by itself when nobody uses it.': 'Une session se ferme d’elle-même quand personne ne l’utilise.',
  'Health information at rest is encrypted where that is reasonable.':
    'Les données de santé au repos sont chiffrées là où c’est raisonnable.',
  'Activity in systems with health information is recorded and examined.':
    'L’activité dans les systèmes qui portent des données de santé est enregistrée et examinée.',
  'Health information is guarded against others while it is transmitted.':
    'Les données de santé sont protégées des tiers pendant leur transmission.',
  'Every device is behind a firewall that lets nothing in unasked.':
    'Chaque appareil est derrière un pare-feu qui ne laisse rien entrer sans demande.',
  'What is not needed is removed or switched off, and devices lock.':
    'Ce qui n’est pas nécessaire est retiré ou désactivé, et les appareils se verrouillent.',
  'Software is supported, and fixes for serious holes are installed within 14 days.':
    'Les logiciels sont encore pris en charge, et les correctifs des failles graves sont installés sous 14 jours.',
  'Administrator accounts are used for administration only.':
    'Les comptes d’administrateur ne servent qu’à administrer.',
  'Malicious software cannot run.': 'Les logiciels malveillants ne peuvent pas s’exécuter.',
  'Who processes personal data can show that its principles are kept.':
    'Qui traite des données personnelles peut démontrer que les principes sont respectés.',
  'Personal data is encrypted where that is fitting.': 'Les données personnelles sont chiffrées là où c’est approprié.',
  'Systems stay confidential, intact and available while they are used.':
    'Les systèmes restent confidentiels, intègres et disponibles pendant leur utilisation.',
  'There is a process that tests regularly whether the measures work.':
    'Une procédure vérifie régulièrement que les mesures sont efficaces.',
};
