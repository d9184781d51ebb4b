/** What is wrong with a policy, by line, and how to put it right. */
export const policyPhrases = {
  'The policy is too long.': 'La politique est trop longue.',
  'Keep it under {number} characters.': 'Restez en dessous de {number} caractères.',
  'The policy uses too many YAML aliases.': 'La politique utilise trop d’alias YAML.',
  'Write the values out.': 'Écrivez les valeurs en entier.',
  'The same key stands twice in one place.': 'La même clé figure deux fois au même endroit.',
  'Keep one of the two lines.': 'Gardez l’une des deux lignes.',
  'Check the indentation (two spaces) and the colons of this line and the one above.':
    'Vérifiez le retrait (deux espaces) et les deux-points de cette ligne et de celle du dessus.',
  '{value} is not possible here.': '{value} n’est pas possible ici.',
  'Write one of: {values}.': 'Écrivez l’une de ces valeurs : {values}.',
  'This field is missing.': 'Ce champ manque.',
  'Add {field}.': 'Ajoutez {field}.',
  '{value} has the wrong form.': '{value} n’a pas la bonne forme.',
  'Write {form}.': 'Écrivez {form}.',
  'a group of indented fields': 'un groupe de champs en retrait',
  'a list': 'une liste',
  'a whole number': 'un nombre entier',
  'true or false': 'true ou false',
  'a number': 'un nombre',
  'a string': 'un texte',
  'There is no check "{key}".': 'Il n’y a pas de contrôle « {key} ».',
  'Checks are: {known}.': 'Les contrôles sont : {known}.',
  'There is no field "{key}" here.': 'Il n’y a pas de champ « {key} » ici.',
  'Fields here are: {known}.': 'Les champs sont ici : {known}.',
  'The lease is longer than staleAfter.': 'Le bail est plus long que staleAfter.',
  'A PC that a check has locked and that falls silent has its access back from staleAfter until the lease is over. Make the lease the shorter one.':
    'Un PC verrouillé par un contrôle et qui se tait retrouve son accès après staleAfter, jusqu’à la fin du bail. Donnez au bail la durée la plus courte.',
  'Correct the value.': 'Corrigez la valeur.',
  'Write the file name alone, without a folder.': 'Écrivez le nom du fichier seul, sans dossier.',
  '"{value}" is not in the catalogue.': '« {value} » n’est pas dans le catalogue.',
  'Write "- process: {name}" to name it by its file.':
    'Écrivez « - process: {name} » pour le désigner par son fichier.',
  '"{value}" is neither a category ({categories}) nor in the catalogue.':
    '« {value} » n’est ni une catégorie ({categories}) ni dans le catalogue.',
  'Write "- process: <file name>" to name a program by its file.':
    'Écrivez « - process: <nom du fichier> » pour désigner un programme par son fichier.',
  '"{value}" is not a network.': '« {value} » n’est pas un réseau.',
  'Write 203.0.113.0/24 or a single address.': 'Écrivez 203.0.113.0/24 ou une seule adresse.',
  '"{value}" is not a duration.': '« {value} » n’est pas une durée.',
  'Write 90s, 15m, 12h, 14d or 2w.': 'Écrivez 90s, 15m, 12h, 14d ou 2w.',
};
