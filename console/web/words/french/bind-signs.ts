/** French sets some signs off by a space, at which no line may break. */
export function bindSigns<T>(texts: T): T {
  if (typeof texts === 'string') return texts.replace(/ (?=[:;?!»%])/g, '\u00a0').replaceAll('« ', '«\u00a0') as T;
  const entries = Object.entries(texts as object).map(([key, value]) => [key, bindSigns<unknown>(value)]);
  return Object.fromEntries(entries) as T;
}
