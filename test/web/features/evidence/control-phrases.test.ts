import { expect, it } from 'vitest';
import { controls, frameworks } from '../../../../console/server/features/evidence/controls.ts';
import { evidencePhrases } from '../../../../console/web/words/french/evidence-phrases.ts';

const sentences = new Set(controls.flatMap(({ asks, shows }) => [asks, shows]));
/** Names that French has from English stay. */
const names = new Set(frameworks.flatMap(({ name, edition }) => [name, edition]));

it('says in French what each standard asks for and what is shown for it', () => {
  expect([...sentences].filter((sentence) => !evidencePhrases[sentence])).toEqual([]);
});

it('keeps no French for what is no longer said', () => {
  expect(Object.keys(evidencePhrases).filter((phrase) => !sentences.has(phrase) && !names.has(phrase))).toEqual([]);
});
