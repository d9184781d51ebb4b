import { MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Role, roleWords } from '../../../../shared/protocol/rights.ts';
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
  const { data } = useQuery(programsQuery);
  return (
    <>
      <NativeSelect
        label="Role"
        description={roleWords[value.role].about}
        data={Role.options.map((role) => ({ value: role, label: roleWords[role].name }))}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: Role.parse(event.currentTarget.value) })}
      />
      <MultiSelect
        label="Programs"
        description="Leave it empty for all programs, later ones included."
        placeholder={value.programs.length === 0 ? 'All programs' : undefined}
        data={data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={value.programs}
        onChange={(programs) => onChange({ ...value, programs })}
        clearButtonProps={{ 'aria-label': 'All programs' }}
        clearable
      />
    </>
  );
}
