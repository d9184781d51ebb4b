import { UnstyledButton } from '@mantine/core';
import type { Access } from '../../../../shared/access/decide.ts';
import { bySeverity } from '../../../../shared/access/severity.ts';
import { accessIcon } from '../../parts/access-badge.tsx';
import { useVoice } from '../../parts/speech.tsx';
import classes from './list-filters.module.css';

interface AccessChipsProps {
  chosen: Access | undefined;
  counts: Record<Access, number> | undefined;
  onChoose: (access: Access | undefined) => void;
}

/** How many have which access; one of them at a time narrows the list. */
export function AccessChips({ chosen, counts, onChoose }: AccessChipsProps) {
  const voice = useVoice();
  const { filters } = voice.words.list;
  const total = counts && bySeverity.reduce((sum, access) => sum + counts[access], 0);
  return (
    <fieldset className={classes['chips']}>
      <legend className="unseen">{filters.access}</legend>
      <UnstyledButton
        className={`${classes['chip']} ${classes['all']}`}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {filters.all} <Count value={total} />
      </UnstyledButton>
      {bySeverity.map((access) => {
        const Icon = accessIcon[access];
        return (
          <UnstyledButton
            key={access}
            className={`${classes['chip']} ${classes[access]}`}
            aria-pressed={chosen === access}
            onClick={() => onChoose(chosen === access ? undefined : access)}
          >
            <Icon size={15} aria-hidden />
            {voice.access[access]} <Count value={counts?.[access]} />
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}

function Count({ value }: { value: number | undefined }) {
  const voice = useVoice();
  return <span className={classes['count']}>{value === undefined ? '–' : voice.number(value)}</span>;
}
