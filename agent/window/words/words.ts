import type { english } from './english.ts';

/** One sentence for each form of `{count}` that the language tells apart. */
export type Plural = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

type InAnyLanguage<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends { other: string }
      ? Plural
      : InAnyLanguage<T[Key]>;
};

/** The window's texts in one language. A missing or an extra key does not compile. */
export type WindowWords = InAnyLanguage<typeof english>;
