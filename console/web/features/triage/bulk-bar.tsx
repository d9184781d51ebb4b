import { Button, Text } from '@mantine/core';
import { useVoice } from '../../parts/speech.tsx';
import { BulkActs } from './bulk-acts.tsx';
import classes from './triage.module.css';

interface BulkBarProps {
  chosen: ReadonlySet<string>;
  onDone: () => void;
}

/** Stays in sight while rows are selected. */
export function BulkBar({ chosen, onDone }: BulkBarProps) {
  const voice = useVoice();
  const { selected } = voice.words.bulk;
  return (
    <section className={classes['bulk']} aria-label={selected.label}>
      <Text size="sm" fw={600} role="status">
        {voice.count(selected.count, chosen.size)}
      </Text>
      <BulkActs
        target={{ workstations: [...chosen] }}
        count={chosen.size}
        whom={selected.whom}
        checks={[]}
        onDone={onDone}
      />
      <Button variant="subtle" size="compact-sm" onClick={onDone}>
        {selected.clear}
      </Button>
    </section>
  );
}
