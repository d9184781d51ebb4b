import { evidencePhrases } from './evidence-phrases.ts';
import { filePhrases } from './file-phrases.ts';
import { policyPhrases } from './policy-phrases.ts';
import { refusalPhrases } from './refusal-phrases.ts';

/** What the server and the policy's parser say, by its English: see `phrasebook.ts`. */
export const sentences = {
  ...refusalPhrases,
  ...policyPhrases,
  ...filePhrases,
  ...evidencePhrases,
};
