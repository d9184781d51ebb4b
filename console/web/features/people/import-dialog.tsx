import { Button, Code, FileInput, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ImportOutcome } from '../../../../shared/protocol/people-routes.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import type { Voice } from '../../voice.ts';
import { peopleKeys } from './queries.ts';

export type ImportKind = 'people' | 'shifts';

const examples: Readonly<Record<ImportKind, string>> = {
  people:
    'name,external id,language,time zone,programs,groups\nAmina Otieno,4711,sw,Africa/Nairobi,sales,Nairobi;Night shift',
  shifts: 'person,program,start,end,time zone\nAmina Otieno,sales,2026-11-24 09:00,2026-11-24 17:00,Africa/Nairobi',
};

/** Shows what a file would change, or each line that is wrong, before anything happens. */
export function ImportDialog({ kind, onClose }: { kind: ImportKind; onClose: () => void }) {
  const voice = useVoice();
  const { import: words } = voice.words.people;
  const { title, about } = words[kind];
  const toast = useToast();
  const send = useCall(kind === 'people' ? consoleRoutes.importPeople : consoleRoutes.importShifts, peopleKeys);
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
          toast.done(voice.fill(words.done, { counts: sayCounts(voice, outcome) }));
        },
      },
    );
  const outcome = csv === '' ? undefined : send.data;
  const isGood = outcome !== undefined && outcome.problemCount === 0;
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text size="sm">{about}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap' }}>
          {examples[kind]}
        </Code>
        <FileInput
          label={words.file}
          placeholder={words.choose}
          accept=".csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': words.chooseNone }}
          onChange={(file) => void look(file)}
        />
        <Refusal error={send.error} />
        {outcome && <Preview outcome={outcome} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {voice.words.frame.dialog.cancel}
          </Button>
          <Button disabled={!isGood} loading={send.isPending} onClick={carryOut}>
            {outcome && isGood ? voice.count(words.submitLines, outcome.rows) : words.submit}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Preview({ outcome }: { outcome: ImportOutcome }) {
  const voice = useVoice();
  const { import: words } = voice.words.people;
  const { rows, problems, problemCount, newGroups = [] } = outcome;
  if (problemCount === 0) {
    return (
      <Text size="sm" role="status">
        {voice.count(words.preview, rows, { counts: sayCounts(voice, outcome) })}
        {newGroups.length > 0 && ` ${voice.count(words.newGroups, newGroups.length, { names: voice.list(newGroups) })}`}
      </Text>
    );
  }
  return (
    <div role="alert">
      <Text size="sm" fw={600}>
        {voice.count(words.problemCount, problemCount)}
      </Text>
      <List size="sm" mt={4} style={{ maxHeight: '14rem', overflowY: 'auto' }} tabIndex={0} aria-label={words.problems}>
        {problems.map(({ line, column, message }) => (
          <List.Item key={`${line} ${column} ${message}`}>
            {voice.fill(words.problem, { line, column, message: voice.phrase(message) })}
          </List.Item>
        ))}
      </List>
      {problemCount > problems.length && (
        <Text size="xs" c="dimmed">
          {voice.fill(words.firstShown, { number: problems.length })}
        </Text>
      )}
    </div>
  );
}

function sayCounts(voice: Voice, outcome: ImportOutcome): string {
  const { none, ...counts } = voice.words.people.import.counts;
  const kinds = (['added', 'changed', 'removed', 'unchanged'] as const).filter((kind) => outcome[kind] > 0);
  return voice.list(kinds.map((kind) => voice.count(counts[kind], outcome[kind]))) || none;
}
