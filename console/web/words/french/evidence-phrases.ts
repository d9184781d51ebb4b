/** What standards ask for and what the console shows for it, by the English of `console/server/features/evidence`. */
export const evidencePhrases: Readonly<Record<string, string>> = {
  GDPR: 'RGPD',
  '4.0.1, June 2024': '4.0.1, juin 2024',
  '2022, Annex A': '2022, annexe A',
  'Regulation (EU) 2016/679': 'Règlement (UE) 2016/679',
  'Who was locked when, for what, and how soon after the fact: the timeline of each workstation.':
    'Qui a été verrouillé, quand, pourquoi et combien de temps après le fait : la chronologie de chaque poste.',
  'A hash-chained audit of every change of access and configuration, verified from the first entry on.':
    'Un journal de chaque changement d’accès et de configuration, chaîné par empreintes et vérifié depuis la première entrée.',
  'Devices that reach both untrusted networks and cardholder data run defined security controls that their users cannot switch off unnoticed.':
    'Les appareils qui accèdent à la fois à des réseaux non fiables et aux données de carte ont des protections définies, que leurs utilisateurs ne peuvent pas couper sans que cela se voie.',
  'Each check’s finding on each workstation, and that a failing one lost access.':
    'Le constat de chaque contrôle sur chaque poste, et qu’un poste non conforme a perdu l’accès.',
  'Cardholder data is sent over open, public networks under strong cryptography only.':
    'Les données de carte ne passent par des réseaux ouverts et publics que sous un chiffrement robuste.',
  'The protection of the Wi-Fi in use and whether traffic went through the VPN.':
    'La protection du Wi-Fi utilisé, et si le trafic passait par le VPN.',
  'Known holes are closed by updates, critical ones within a month of their release.':
    'Les failles connues sont comblées par des mises à jour, les critiques dans le mois qui suit leur publication.',
  'Missing security updates, since when, and the deadline that the policy sets.':
    'Les mises à jour de sécurité manquantes, depuis quand, et l’échéance que fixe la politique.',
  'A change to existing audit records does not go unnoticed.':
    'Une modification des traces d’audit existantes ne passe pas inaperçue.',
  'Hardware and software are reviewed for whether their vendors still mend them.':
    'On vérifie si les éditeurs et constructeurs corrigent encore le matériel et les logiciels.',
  'Systems near or past their vendor’s end of security support.':
    'Les systèmes dont l’éditeur cesse bientôt, ou a déjà cessé, les mises à jour de sécurité.',
  'Information is protected where people work away from the office.':
    'L’information est protégée là où l’on travaille hors du bureau.',
  'Information on and reached from user endpoint devices is protected.':
    'L’information présente sur les terminaux des utilisateurs, ou accessible depuis eux, est protégée.',
  'The state of each workstation and the policy version it was judged by.':
    'L’état de chaque poste et la version de la politique d’après laquelle il a été jugé.',
  'Technical vulnerabilities are known, weighed and dealt with.':
    'Les vulnérabilités techniques sont connues, évaluées et traitées.',
  'Missing security updates and how long they have been missing.':
    'Les mises à jour de sécurité manquantes, et depuis combien de temps.',
  'Logs are kept, protected and looked at.': 'Les journaux sont conservés, protégés et consultés.',
  'Networks that information crosses are secured.': 'Les réseaux que traverse l’information sont sécurisés.',
  'The protection of the link in use and the share of the traffic in the tunnel.':
    'La protection de la liaison utilisée et la part du trafic qui passe par le tunnel.',
  'Records of system activity are reviewed regularly.':
    'Les traces de l’activité des systèmes sont examinées régulièrement.',
  'Malicious software is guarded against, detected and reported.':
    'Les logiciels malveillants sont bloqués, détectés et signalés.',
  'Programs that must not run, and that access ended while they did.':
    'Les logiciels qui ne doivent pas tourner, et que l’accès a été coupé tant qu’ils tournaient.',
  'It is laid down how and in what surroundings a workstation with health information is used.':
    'Il est défini comment, et dans quel environnement, un poste donnant accès à des données de santé est utilisé.',
  'The policy in force in the period and its versions.': 'La politique en vigueur pendant la période, et ses versions.',
  'Health information is guarded against others while it is transmitted.':
    'Les données de santé sont protégées des tiers pendant leur transmission.',
  'The protection of the link and the state of the VPN at the time.':
    'La protection de la liaison et l’état du VPN à ce moment-là.',
  'Software is supported, and fixes for serious holes are installed within 14 days.':
    'Les logiciels sont encore pris en charge, et les correctifs des failles graves sont installés sous 14 jours.',
  'Missing security updates against the 14 days, and systems without support.':
    'Les mises à jour de sécurité manquantes au regard des 14 jours, et les systèmes qui ne sont plus pris en charge.',
  'Programs that are not needed are not there.': 'Les logiciels inutiles ne sont pas présents.',
  'Programs that the policy forbids and where they were found.':
    'Les logiciels que la politique interdit, et où ils ont été trouvés.',
  'Who processes personal data can show that its principles are kept.':
    'Qui traite des données personnelles peut démontrer que les principes sont respectés.',
  'Systems stay confidential, intact and available while they are used.':
    'Les systèmes restent confidentiels, intègres et disponibles pendant leur utilisation.',
  'There is a process that tests regularly whether the measures work.':
    'Une procédure vérifie régulièrement que les mesures sont efficaces.',
  'How often each workstation reported, and how fast a lock took effect.':
    'À quelle fréquence chaque poste a envoyé un rapport, et en combien de temps un verrouillage a pris effet.',
};
