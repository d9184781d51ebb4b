import type { ConsoleWords } from '../../words/words.ts';

type FormWords = ConsoleWords['policyForm'];

/** What a field is for, by its name in the text. */
export function sayField(name: string, { fields }: FormWords): string {
  return (fields as Readonly<Record<string, string>>)[name] ?? name;
}

/** What a field may be, by its name in the text; names of protocols and products stand for themselves. */
export function sayValue(value: string, { values }: FormWords): string {
  return (values as Readonly<Record<string, string>>)[value] ?? value;
}
