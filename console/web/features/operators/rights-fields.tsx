import { MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Role } from '../../../../shared/protocol/rights.ts';
import { useVoice } from '../../parts/speech.tsx';
import { programsQuery } from '../programs/queries.ts';

/** What somebody may do, and for which programs; no program means all of them. */
export interface Rights {
  role: Role;
  programs: string[];
}

export const noRights: Rights = { role: 'helpdesk', programs: [] };

/** As the console takes them. */
export function toBody({ role, programs }: Rights) {
  return { role, ...(programs.length > 0 && { programs }) };
}

export function RightsFields({ value, onChange }: { value: Rights; onChange: (value: Rights) => void }) {
  const { frame, operators } = useVoice().words;
  const { role: roles } = frame.terms;
  const { rights: words } = operators;
  const { data } = useQuery(programsQuery);
  return (
    <>
      <NativeSelect
        label={words.role}
        description={roles[value.role].about}
        data={Role.options.map((role) => ({ value: role, label: roles[role].name }))}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: Role.parse(event.currentTarget.value) })}
      />
      <MultiSelect
        label={words.programs}
        description={words.programsAbout}
        placeholder={value.programs.length === 0 ? words.allPrograms : undefined}
        data={data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={value.programs}
        onChange={(programs) => onChange({ ...value, programs })}
        clearButtonProps={{ 'aria-label': words.allPrograms }}
        clearable
      />
    </>
  );
}
