/** What is wrong with a file of people or shifts, line by line, or with a calendar. */
export const filePhrases = {
  'More than {number} lines. Split the file.': 'Plus de {number} lignes. Divisez le fichier.',
  'This line is not CSV: {problem}': 'Cette ligne n’est pas du CSV : {problem}',
  'a quotation mark in it is never closed.': 'un guillemet n’y est jamais fermé.',
  'There is no line below the heading.': 'Il n’y a aucune ligne sous l’en-tête.',
  'It has more columns than the heading. Put text with separators in quotes.':
    'Elle a plus de colonnes que l’en-tête. Mettez entre guillemets le texte qui contient des séparateurs.',
  'There is no column “{title}”. Columns are: {known}.':
    'Il n’y a pas de colonne « {title} ». Les colonnes sont : {known}.',
  'The column “{name}” is missing from the heading.': 'La colonne « {name} » manque dans l’en-tête.',
  'The column “{name}” stands there twice.': 'La colonne « {name} » y figure deux fois.',
  'The name is missing.': 'Le nom manque.',
  'The name is longer than {number} letters.': 'Le nom dépasse {number} lettres.',
  'It is longer than {number} letters.': 'Il dépasse {number} lettres.',
  'Line {number} is the same person.': 'La ligne {number} est la même personne.',
  'Line {number} has the same {column}.': 'La ligne {number} a la même valeur : {column}.',
  'It is that of {name} already.': 'C’est déjà celui de {name}.',
  'The name of a group is longer than {number} letters.': 'Le nom d’un groupe dépasse {number} lettres.',
  name: 'nom',
  'external id': 'identifiant externe',
  groups: 'groupes',
  'Somebody with the external id {id} has this name already.':
    'Quelqu’un, avec l’identifiant externe {id}, porte déjà ce nom.',
  'There is no program “{name}”.': 'Il n’y a pas de programme « {name} ».',
  '“{text}” is none of {known}.': '« {text} » n’est aucun de : {known}.',
  '“{text}” is no time zone. Write it as Africa/Nairobi.':
    '« {text} » n’est pas un fuseau horaire. Écrivez-le comme Africa/Nairobi.',
  'Nobody is known by “{text}”. Import people first.':
    'Personne n’est connu sous « {text} ». Importez d’abord les personnes.',
  'It ends before it starts. A shift over midnight ends on the next day.':
    'Elle finit avant de commencer. Une vacation qui passe minuit finit le lendemain.',
  'It lies outside of from and to.': 'Elle est hors de la période choisie.',
  'It is longer than {number} hours.': 'Elle dépasse {number} heures.',
  'It overlaps with line {number}.': 'Elle chevauche la ligne {number}.',
  '“{text}” is no time. Write it as 2026-11-24 09:00.':
    '« {text} » n’est pas un moment. Écrivez-le comme 2026-11-24 09:00.',
  'Clocks in {zone} skip {text}.': 'Les horloges de {zone} sautent {text}.',

  'Reading it failed on our side; the log says why.': 'La lecture a échoué de notre côté ; le journal dit pourquoi.',
  'Nobody here is known as {names}.': 'Personne ici n’est connu sous {names}.',
  '{names} and {number} more': '{names} et {number} autres',
  'What came is not an iCalendar text.': 'Ce qui est arrivé n’est pas un texte iCalendar.',
  'What came is not one iCalendar.': 'Ce qui est arrivé n’est pas un seul calendrier iCalendar.',
  'The calendar cannot be read: {reason}.': 'Le calendrier ne peut pas être lu : {reason}.',
  'The event “{summary}” cannot be read: {reason}.': 'L’événement « {summary} » ne peut pas être lu : {reason}.',
  'its start is no time': 'son début n’est pas un moment',
  'Its rules repeat too often to be shifts.': 'Ses règles se répètent trop souvent pour être des vacations.',
  'It holds more than {number} shifts.': 'Il contient plus de {number} vacations.',
  'It uses the time zone “{zone}” without saying what that is.':
    'Il utilise le fuseau horaire « {zone} » sans dire ce que c’est.',
  'The address must begin with https://.': 'L’adresse doit commencer par https://.',
  'Leave name and password out of the address.': 'Ôtez le nom et le mot de passe de l’adresse.',
  'No answer within {number} seconds.': 'Pas de réponse en {number} secondes.',
  'No connection: {problem}.': 'Pas de connexion : {problem}.',
  'It moved to {address}. Enter that address.': 'Il a déménagé vers {address}. Saisissez cette adresse.',
  'another address': 'une autre adresse',
  'The server answered with status {number}.': 'Le serveur a répondu avec le statut {number}.',
  'It is larger than {number} MiB.': 'Il dépasse {number} Mio.',
  '{address} is not a public address. If the calendar is meant to be inside, name it in SHIFTGATE_TRUSTED_FEEDS.':
    '{address} n’est pas une adresse publique. Si le calendrier doit être interne, nommez-le dans SHIFTGATE_TRUSTED_FEEDS.',
};
