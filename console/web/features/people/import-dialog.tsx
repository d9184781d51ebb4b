import { Button, Code, FileInput, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ImportOutcome } from '../../../../shared/protocol/people-routes.ts';
import { keys } from '../../keys.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Refusal } from '../../parts/states.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';

export type ImportKind = 'people' | 'shifts';

const forms: Readonly<Record<ImportKind, { title: string; example: string; about: string }>> = {
  people: {
    title: 'Import people',
    example: 'name,external id,language,time zone,programs\nAmina Otieno,4711,sw,Africa/Nairobi,sales',
    about: 'Whoever is there already is changed, by external id or name; nobody is removed.',
  },
  shifts: {
    title: 'Import shifts',
    example: 'person,program,start,end,time zone\nAmina Otieno,sales,2026-11-24 09:00,2026-11-24 17:00,Africa/Nairobi',
    about: 'The shifts of these people take the place of those known for the same days.',
  },
};

/** Shows what a file would change, or each line that is wrong, before anything happens. */
export function ImportDialog({ kind, onClose }: { kind: ImportKind; onClose: () => void }) {
  const { title, example, about } = forms[kind];
  const touches = [keys.people, keys.triage, keys.audit];
  const send = useCall(kind === 'people' ? consoleRoutes.importPeople : consoleRoutes.importShifts, touches);
  const [csv, setCsv] = useState('');
  const look = async (file: File | null) => {
    const text = (await file?.text()) ?? '';
    setCsv(text);
    send.reset();
    if (text !== '') send.mutate({ body: { csv: text, preview: true } });
  };
  const carryOut = () =>
    send.mutate(
      { body: { csv, preview: false } },
      {
        onSuccess(outcome) {
          if (!outcome.imported) return;
          onClose();
          toastDone(`Imported: ${sayCounts(outcome)}.`);
        },
      },
    );
  const outcome = csv === '' ? undefined : send.data;
  const isGood = outcome !== undefined && outcome.problemCount === 0;
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text size="sm">A CSV file with these columns, in any order. {about}</Text>
        <Code block>{example}</Code>
        <FileInput
          label="File"
          placeholder="Choose a file"
          accept=".csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': 'Choose no file' }}
          onChange={(file) => void look(file)}
        />
        <Refusal error={send.error} />
        {outcome && <Preview outcome={outcome} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!isGood} loading={send.isPending} onClick={carryOut}>
            {outcome && isGood ? `Import ${plural(outcome.rows, 'line')}` : 'Import'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Preview({ outcome }: { outcome: ImportOutcome }) {
  const { rows, problems, problemCount } = outcome;
  if (problemCount === 0) {
    return (
      <Text size="sm" role="status">
        {plural(rows, 'line')}: {sayCounts(outcome)}.
      </Text>
    );
  }
  return (
    <div role="alert">
      <Text size="sm" fw={600}>
        {plural(problemCount, 'problem')}; nothing is imported before they are gone.
      </Text>
      <List size="sm" mt={4} style={{ maxHeight: '14rem', overflowY: 'auto' }} tabIndex={0} aria-label="Problems">
        {problems.map(({ line, column, message }) => (
          <List.Item key={`${line} ${column} ${message}`}>
            Line {line}, {column}: {message}
          </List.Item>
        ))}
      </List>
      {problemCount > problems.length && (
        <Text size="xs" c="dimmed">
          The first {problems.length} are shown.
        </Text>
      )}
    </div>
  );
}

function sayCounts({ added, changed, unchanged, removed }: ImportOutcome): string {
  const parts = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    removed > 0 && `${removed} removed`,
    unchanged > 0 && `${unchanged} as before`,
  ].filter(Boolean);
  return parts.join(', ') || 'nothing changes';
}
