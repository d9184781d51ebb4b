import { describe, expect, it } from 'vitest';
import { sayField, sayValue } from '../../../../console/web/features/policy/field-words.ts';
import { consoleLanguages, fetchWords } from '../../../../console/web/words/languages.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import { documentFields, groupFields, ruleFields, settingFields } from '../../../../shared/policy/fields.ts';

const fields = [
  ...documentFields,
  ...documentFields.flatMap(groupFields),
  ...ruleFields,
  ...CheckId.options.flatMap(settingFields),
];
/** Protocols and versions, which are named in every language as in the text. */
const names = /^(?:w(?:ep|pa).*|owe|\d.*)$/;

describe.each(consoleLanguages)('a policy as a form, in %s', async (language) => {
  const { policyForm } = (await fetchWords(language)).console;

  it('every field that a policy can have is named', () => {
    expect(fields.filter(({ name }) => sayField(name, policyForm) === name).map(({ name }) => name)).toEqual([]);
  });

  it('every choice that a field offers is said in words', () => {
    const offered = fields.filter(({ kind }) => kind === 'choice' || kind === 'switch').flatMap(({ values }) => values);
    const known = Object.keys(policyForm.values);
    expect(offered.filter((value) => !known.includes(value) && !names.test(value))).toEqual([]);
    expect(known.filter((value) => !offered.includes(value))).toEqual([]);
    expect(sayValue('wpa3-personal', policyForm)).toBe('wpa3-personal');
  });
});
