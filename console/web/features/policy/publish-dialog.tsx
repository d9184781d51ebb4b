import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bySeverity } from '../../../../shared/access/severity.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Plan } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import type { Voice } from '../../voice.ts';
import { type Planned, planQuery } from './queries.ts';
import type { Draft } from './use-policy-draft.ts';

const shares = ['1', '5', '10', '25', '50', '100'];
const limits = ['5', '10', '20', '50'];

interface PublishDialogProps {
  program: ProgramView;
  draft: Draft;
  planned: Planned | undefined;
  onClose: () => void;
}

/** Says what it will do and to how many, before it does. */
export function PublishDialog({ program, draft, planned, onClose }: PublishDialogProps) {
  const [note, setNote] = useState('');
  const [share, setShare] = useState('10');
  const [lockLimit, setLockLimit] = useState('10');
  const voice = useVoice();
  const { publishing: words } = voice.words.policy;
  const toast = useToast();
  const { data: job } = useQuery(planQuery(planned?.id));
  const publish = useCall(consoleRoutes.putPolicy, [
    keys.programs,
    keys.policy(program.id),
    keys.versions(program.id),
    keys.audit,
  ]);
  const total = bySeverity.reduce((sum, access) => sum + program.counts[access], 0);
  const about = Math.max(Math.round((total * Number(share)) / 100), total > 0 ? 1 : 0);
  const send = () => {
    const body = { text: draft.text, note, share: Number(share), lockLimit: Number(lockLimit) };
    publish.mutate(
      { params: { id: program.id }, body },
      {
        onSuccess({ version, state }) {
          draft.published(version, state === 'published');
          onClose();
          toast.done(voice.fill(words.done[state], { version, share }));
        },
      },
    );
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { program: program.name })}
      onClose={onClose}
      onSubmit={send}
      submit={voice.fill(share === '100' ? words.submitAll : words.submitShare, { share })}
      pending={publish.isPending}
      error={publish.error}
    >
      <NativeSelect
        label={words.whom}
        data={shares.map((value) => ({
          value,
          label: voice.fill(value === '100' ? words.allAtOnce : words.shareFirst, { share: value }),
        }))}
        value={share}
        onChange={(event) => setShare(event.currentTarget.value)}
      />
      {share !== '100' && (
        <NativeSelect
          label={words.stops}
          data={limits.map((value) => ({ value, label: voice.fill(words.limit, { share: value }) }))}
          value={lockLimit}
          onChange={(event) => setLockLimit(event.currentTarget.value)}
        />
      )}
      <Text size="sm">
        {voice.fill(share === '100' ? words.all : words.some, {
          about: voice.number(about),
          workstations: voice.count(voice.words.frame.terms.workstations, total),
          version: program.policyVersion,
        })}
      </Text>
      <Text size="sm" fw={600}>
        {sayPlan(planned?.text === draft.text ? job?.plan : undefined, voice)}
      </Text>
      {program.rollout && <Text size="sm">{voice.fill(words.replaces, { version: program.rollout.version })}</Text>}
      <TextInput
        label={words.note}
        description={words.noteIsFor}
        data-autofocus
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** What the plan of this very draft found; that there is none is worth knowing too. */
function sayPlan(plan: Plan | undefined, voice: Voice): string {
  const { publishing: words } = voice.words.policy;
  if (!plan) return words.unplanned;
  const { counts, lockedInShift } = plan;
  return voice.fill(lockedInShift === undefined ? words.planned : words.plannedInShift, {
    locked: voice.count(voice.words.frame.terms.workstations, counts.locked),
    warned: voice.number(counts.warned),
    inShift: voice.number(lockedInShift ?? 0),
  });
}
