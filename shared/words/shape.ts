/** One sentence for each form of `{count}` that the language tells apart. */
export type Plural = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** What texts written in English look like in any language. A missing or an extra key does not compile. */
export type InAnyLanguage<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends { other: string }
      ? Plural
      : InAnyLanguage<T[Key]>;
};
