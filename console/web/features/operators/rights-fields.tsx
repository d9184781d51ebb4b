import { MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Grant, Role, Scope } from '../../../../shared/protocol/rights.ts';
import { useVoice } from '../../parts/speech.tsx';
import { programsQuery } from '../programs/queries.ts';

/** What somebody may do, and for which programs; no program means all of them. */
export interface Rights<Held extends Grant = Role> {
  role: Held;
  programs: string[];
}

export const noRights: Rights = { role: 'helpdesk', programs: [] };

/** As the console takes them. */
export function toBody<Held extends Grant>({ role, programs }: Rights<Held>) {
  return { role, ...(programs.length > 0 && { programs }) };
}

interface FieldsProps<Held extends Grant> {
  value: Rights<Held>;
  onChange: (value: Rights<Held>) => void;
}

/** Of an operator. */
export function RightsFields({ value, onChange }: FieldsProps<Role>) {
  const { frame, operators } = useVoice().words;
  const { role: roles } = frame.terms;
  return (
    <>
      <NativeSelect
        label={operators.rights.role}
        description={roles[value.role].about}
        data={Role.options.map((role) => ({ value: role, label: roles[role].name }))}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: Role.parse(event.currentTarget.value) })}
      />
      <ProgramsField programs={value.programs} onChange={(programs) => onChange({ ...value, programs })} />
    </>
  );
}

/** Of a token: one job, or all that a role may do. */
export function GrantFields({ value, onChange }: FieldsProps<Grant>) {
  const { rights: words } = useVoice().words.operators;
  const say = useGrantWords();
  const toItem = (grant: Grant) => ({ value: grant, label: say(grant).name });
  return (
    <>
      <NativeSelect
        label={words.grant}
        description={say(value.role).about}
        data={[
          { group: words.oneJob, items: Scope.options.map(toItem) },
          { group: words.wholeRole, items: Role.options.map(toItem) },
        ]}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: Grant.parse(event.currentTarget.value) })}
      />
      <ProgramsField programs={value.programs} onChange={(programs) => onChange({ ...value, programs })} />
    </>
  );
}

/** What an operator with a role or a token with a scope may do. */
export function useGrantWords(): (grant: Grant) => { name: string; about: string } {
  const { frame, operators } = useVoice().words;
  const all = { ...frame.terms.role, ...operators.scopes };
  return (grant) => all[grant];
}

function ProgramsField({ programs, onChange }: { programs: string[]; onChange: (programs: string[]) => void }) {
  const voice = useVoice();
  const { rights: words } = voice.words.operators;
  const { data, error } = useQuery(programsQuery);
  return (
    <MultiSelect
      error={error && voice.error(error)}
      label={words.programs}
      description={words.programsAbout}
      placeholder={programs.length === 0 ? words.allPrograms : undefined}
      data={data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={programs}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': words.allPrograms }}
      clearable
    />
  );
}
