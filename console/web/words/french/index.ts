import type { ConsoleWords } from '../words.ts';
import { audit } from './audit.ts';
import { bulk } from './bulk.ts';
import { causes } from './causes.ts';
import { evidence } from './evidence.ts';
import { frame } from './frame.ts';
import { list } from './list.ts';
import { operators } from './operators.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { policyForm } from './policy-form.ts';
import { policyPlan } from './policy-plan.ts';
import { programs } from './programs.ts';
import { reports } from './reports.ts';
import { signIn } from './sign-in.ts';
import { timeline } from './timeline.ts';
import { triage } from './triage.ts';
import { workstation } from './workstation.ts';

export { bindSigns } from './bind-signs.ts';
export { facts } from './facts.ts';
export { sentences } from './sentences.ts';

export const french: ConsoleWords = {
  audit,
  bulk,
  causes,
  evidence,
  frame,
  list,
  operators,
  overview,
  people,
  policy,
  policyForm,
  policyPlan,
  programs,
  reports,
  signIn,
  timeline,
  triage,
  workstation,
};
