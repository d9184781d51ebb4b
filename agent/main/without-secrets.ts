export interface Personal {
  readonly user: string;
  readonly host: string;
}

/** Pure: a log that can be shown around. Names, addresses, codes, tokens and keys are replaced. */
export function withoutSecrets(text: string, { user, host }: Personal): string {
  const names: readonly (readonly [string, string])[] = [
    [user, '‹user›'],
    [host, '‹host›'],
  ];
  const nameless = names.reduce(
    (rest, [name, word]) => (name.length < 2 ? rest : rest.replaceAll(wholeWord(name), word)),
    text,
  );
  return nameless
    .replaceAll(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/gi, '‹code›')
    .replaceAll(/\beyJ[\w-]+(?:\.[\w-]*){1,4}/g, '‹token›')
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '‹address›')
    .replaceAll(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '‹address›')
    .replaceAll(/(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}(?![\w:])/gi, '‹address›')
    .replaceAll(/([?&#](?:code|t|token|secret)=)[^\s"&#]+/gi, '$1‹code›')
    .replaceAll(/\b[\w-]{32,}\b/g, '‹key›');
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w ]/g, '\\$&')}(?![\\w-])`, 'gi');
}
