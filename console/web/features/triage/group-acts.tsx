import { CheckId } from '../../../../shared/checks/index.ts';
import type { TriageGroup, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { BulkActs } from './bulk-acts.tsx';
import type { TriageSearch } from './triage-search.ts';
import { caseWords } from './triage-words.ts';

interface GroupActsProps {
  section: TriageSection;
  group: TriageGroup;
  search: TriageSearch;
}

/**
 * Acts on whoever is in the group when they are carried out. With other filters than a program and a group of people, on
 * nobody: they are not known there.
 */
export function GroupActs({ section, group, search: { program, peopleGroup, ...others } }: GroupActsProps) {
  const voice = useVoice();
  if (Object.values(others).some(Boolean)) return null;
  const check = CheckId.safeParse(group.cause).data;
  return (
    <BulkActs
      target={{ section, group: group.key, ...(program && { program }), ...(peopleGroup && { peopleGroup }) }}
      count={group.workstations}
      whom={voice.fill(voice.words.triage.group.allWith, { cause: caseWords(group, voice) })}
      checks={check ? [check] : []}
      onDone={() => undefined}
    />
  );
}
