import { Button, Text } from '@mantine/core';
import { plural } from '../../parts/words.ts';
import { BulkActs } from './bulk-acts.tsx';
import classes from './triage.module.css';

interface BulkBarProps {
  chosen: ReadonlySet<string>;
  onDone: () => void;
}

/** Stays in sight while rows are selected. */
export function BulkBar({ chosen, onDone }: BulkBarProps) {
  return (
    <section className={classes['bulk']} aria-label="Selected workstations">
      <Text size="sm" fw={600} role="status">
        {plural(chosen.size, 'workstation')} selected
      </Text>
      <BulkActs
        target={{ workstations: [...chosen] }}
        count={chosen.size}
        whom="the selected workstations"
        checks={[]}
        onDone={onDone}
      />
      <Button variant="subtle" size="compact-md" onClick={onDone}>
        Clear
      </Button>
    </section>
  );
}
