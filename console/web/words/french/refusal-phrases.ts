/** What the console answers when it refuses something. */
export const refusalPhrases = {
  'The request has the wrong form: {field}. {problem}': 'La demande n’a pas la bonne forme : {field}. {problem}',
  'The message is larger than 256 KiB, or a file to import larger than 16 MiB.':
    'Le message dépasse 256 Kio, ou le fichier à importer 16 Mio.',
  'Too many attempts. Wait {seconds} seconds and try again.':
    'Trop de tentatives. Attendez {seconds} secondes et réessayez.',
  'There is no such {what}.': 'Introuvable : {what}.',
  'Sign in first.': 'Connectez-vous d’abord.',
  'Your role, {role}, does not allow this. Ask an owner of the console.':
    'Votre rôle, {role}, ne le permet pas. Adressez-vous à un propriétaire de la console.',
  'This console asks for a second factor. Add a passkey or an authenticator app to your account first.':
    'Cette console demande un second facteur. Ajoutez d’abord une clé d’accès ou une application d’authentification à votre compte.',
  'Confirm that it is you, then do it again.': 'Confirmez que c’est bien vous, puis recommencez.',
  'That code is wrong or has been used. Wait for the next one and try again.':
    'Ce code est faux ou a déjà servi. Attendez le suivant et réessayez.',
  'This passkey could not be verified here: {problem}': 'Cette clé d’accès n’a pas pu être vérifiée ici : {problem}',
  'This sign-in took too long. Start again.': 'Cette connexion a pris trop de temps. Recommencez.',
  'The identity provider could not be used: {problem}': 'Le fournisseur d’identité n’a pas pu être utilisé : {problem}',
  'Your account there has no role here. Ask an owner of the console.':
    'Votre compte là-bas n’a pas de rôle ici. Adressez-vous à un propriétaire de la console.',
  'You may not sign in here any more. Ask an owner of the console.':
    'Vous ne pouvez plus vous connecter ici. Adressez-vous à un propriétaire de la console.',
  'The data lies in PostgreSQL. Back it up with {tool}.':
    'Les données sont dans PostgreSQL. Sauvegardez-les avec {tool}.',
  'The console needs an owner who can sign in. Make somebody else an owner first.':
    'La console a besoin d’un propriétaire qui puisse se connecter. Nommez d’abord un autre propriétaire.',
  'That name and password do not belong together.': 'Ce nom et ce mot de passe ne vont pas ensemble.',
  'That password is wrong.': 'Ce mot de passe est faux.',
  'This sign-in link was used or has expired. Restart the console for a new one.':
    'Ce lien de connexion a servi ou a expiré. Redémarrez la console pour en avoir un nouveau.',
  'Choose a password of at least 12 characters.': 'Choisissez un mot de passe d’au moins 12 caractères.',
  'The request did not come from this page. Reload and try again.':
    'La demande ne venait pas de cette page. Rechargez-la et réessayez.',
  'This enrolment code does not exist. Check it with IT.':
    'Ce code d’inscription n’existe pas. Vérifiez-le auprès du service informatique.',
  'This enrolment code has expired. Ask IT for a new one.':
    'Ce code d’inscription a expiré. Demandez-en un nouveau au service informatique.',
  'This enrolment code has been used up. Ask IT for a new one.':
    'Ce code d’inscription est épuisé. Demandez-en un nouveau au service informatique.',
  'This enrolment was made for another console.': 'Cette inscription a été faite pour une autre console.',
  'This device key is enrolled from another PC. The PC is quarantined; ask IT.':
    'Cette clé d’appareil est inscrite depuis un autre PC. Le PC est en quarantaine ; adressez-vous au service informatique.',
  'This workstation is not enrolled here. Enrol it again.': 'Ce poste n’est pas inscrit ici. Inscrivez-le de nouveau.',
  'This workstation was revoked. Enrol it again with a new code.':
    'Ce poste a été révoqué. Inscrivez-le de nouveau avec un nouveau code.',
  'The signature does not match the device key.': 'La signature ne correspond pas à la clé de l’appareil.',
  'The message answers an old challenge. Connect again.':
    'Le message répond à un ancien défi. Connectez-vous de nouveau.',
  'A report with this or a later number was already taken.':
    'Un rapport avec ce numéro ou un numéro plus grand a déjà été reçu.',
  'The console does not hold the facts called unchanged. Send all of them.':
    'La console n’a pas les faits dits inchangés. Envoyez-les tous.',
  'This workstation does not work for that program.': 'Ce poste ne travaille pas pour ce programme.',
  'This link was used or has expired. Open the CRM again from Shiftgate.':
    'Ce lien a servi ou a expiré. Rouvrez le CRM depuis Shiftgate.',
  'What opened this case is still there: {problem} It closes by itself when that is gone.':
    'Ce qui a ouvert ce dossier est toujours là : {problem} Il se ferme de lui-même dès que cela a disparu.',
  'Ask the person for the code that their Shiftgate window shows, or have a supervisor grant the excuse.':
    'Demandez à la personne le code que montre sa fenêtre Shiftgate, ou faites accorder la dispense par un superviseur.',
  'That is already so: {what}.': 'C’est déjà le cas : {what}.',
  'The policy cannot be published. Mistakes in it: {count}.':
    'La politique ne peut pas être publiée. Erreurs qu’elle contient : {count}.',
  'This version is weaker than the one in force: somebody else than its author has to approve it.':
    'Cette version est plus faible que celle en vigueur : quelqu’un d’autre que son auteur doit l’approuver.',
  'Somebody else signed in there. Confirm with the account that you use here.':
    'Quelqu’un d’autre s’y est connecté. Confirmez avec le compte que vous utilisez ici.',
  'The console is starting and still reads its data. Try again in a moment.':
    'La console démarre et lit encore ses données. Réessayez dans un instant.',
  'The console cannot write its data right now. Nothing was changed; try again.':
    'La console ne peut pas écrire ses données pour le moment. Rien n’a été changé ; réessayez.',
  'Something went wrong on our side (incident {id}). Nothing was changed.':
    'Quelque chose a échoué de notre côté (incident {id}). Rien n’a été changé.',
  'The console answered with status {status}. Try again.': 'La console a répondu avec le statut {status}. Réessayez.',

  // What the console notes by itself.
  '{number} reports are missing before number {next}.': '{number} rapports manquent avant le numéro {next}.',
  'Report {number} does not follow the one before.': 'Le rapport {number} ne suit pas le précédent.',
  'The device key was enrolled from another PC.': 'La clé de l’appareil a été inscrite depuis un autre PC.',
  'The device key was used on another PC.': 'La clé de l’appareil a servi sur un autre PC.',
  'with a code of {name}': 'avec un code de {name}',
  'command line': 'la ligne de commande',
  'The starter policy': 'La politique de départ',
  nobody: 'personne',

  // What is not there.
  'action that can still be undone': 'action que l’on puisse encore annuler',
  address: 'adresse',
  'calendar for this program': 'calendrier pour ce programme',
  'connection to this PC now': 'connexion à ce PC en ce moment',
  'CRM of the program {program}': 'CRM du programme {program}',
  'enrolment code': 'code d’inscription',
  entry: 'entrée',
  excuse: 'dispense',
  file: 'fichier',
  group: 'groupe',
  'identity provider': 'fournisseur d’identité',
  'open case': 'dossier ouvert',
  'closed case that can be opened again': 'dossier fermé qui peut être rouvert',
  'open request': 'demande en attente',
  operator: 'opérateur',
  passkey: 'clé d’accès',
  person: 'personne',
  plan: 'simulation',
  program: 'programme',
  session: 'session',
  token: 'jeton',
  version: 'version',
  'version on its way': 'version en cours de déploiement',
  workstation: 'poste',
  'workstation in this group any more': 'poste qui soit encore dans ce groupe',

  // What is so already.
  'the version is approved': 'la version est approuvée',
  'there is no such lock set by hand': 'il n’y a pas de tel verrou posé à la main',
  '{check} may lock': '{check} peut verrouiller',
  '{name} is a group': '{name} est déjà un groupe',
  '{name} is an operator': '{name} est un opérateur',
  'the workstation is {state}': 'le poste est {state}',
  active: 'inscrit',
  'awaiting-approval': 'en attente d’approbation',
  quarantined: 'en quarantaine',
  revoked: 'révoqué',

  // Roles, as a refusal names them.
  owner: 'propriétaire',
  'policy-author': 'auteur de politiques',
  supervisor: 'superviseur',
  helpdesk: 'assistance',
  auditor: 'auditeur',

  // What is wrong with a request.
  'it lies in the past': 'il est dans le passé',
  'it lies before the beginning': 'il est avant le début',
  'to is not after from': 'la fin n’est pas après le début',
  'Write a name.': 'Écrivez un nom.',
  'Leave out commas and semicolons: they separate groups in a file.':
    'Ôtez les virgules et les points-virgules : ils séparent les groupes dans un fichier.',
  'Write it.': 'Écrivez-le.',
  'At most {number} workstations at once.': 'Au plus {number} postes à la fois.',
  'it belongs to somebody else.': 'elle appartient à quelqu’un d’autre.',
  'it is not known here.': 'elle n’est pas connue ici.',
  'the browser’s answer is incomplete.': 'la réponse du navigateur est incomplète.',
  'the signature does not match.': 'la signature ne correspond pas.',
  'it sent no identity.': 'il n’a envoyé aucune identité.',
  'the account could not be made.': 'le compte n’a pas pu être créé.',
  'its address must begin with https://.': 'son adresse doit commencer par https://.',
};
