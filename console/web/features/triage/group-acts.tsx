import { CheckId } from '../../../../shared/checks/index.ts';
import type { TriageGroup, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { BulkActs } from './bulk-acts.tsx';
import { filterOf, isNarrowed, type TriageSearch } from './triage-search.ts';
import { caseWords } from './triage-words.ts';

interface GroupActsProps {
  section: TriageSection;
  group: TriageGroup;
  search: TriageSearch;
}

/** Acts on whoever is in the group and fits the filters when they are carried out. */
export function GroupActs({ section, group, search }: GroupActsProps) {
  const voice = useVoice();
  const { group: words } = voice.words.triage;
  const check = CheckId.safeParse(group.cause).data;
  const cause = caseWords(group, voice);
  return (
    <BulkActs
      target={{ section, group: group.key, ...filterOf(search) }}
      count={group.workstations}
      whom={voice.fill(isNarrowed(search) ? words.allThatFit : words.allWith, { cause })}
      checks={check ? [check] : []}
      onDone={() => undefined}
    />
  );
}
