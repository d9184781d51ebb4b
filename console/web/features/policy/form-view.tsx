import { Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { CheckId } from '../../../../shared/checks/index.ts';
import {
  documentFields,
  groupFields,
  type PolicyField,
  ruleFields,
  settingFields,
} from '../../../../shared/policy/fields.ts';
import { Strategy } from '../../../../shared/policy/policy.ts';
import { Notice } from '../../parts/notice.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { sayField } from './field-words.ts';
import { FormField } from './form-field.tsx';
import classes from './policy.module.css';
import { PolicySide } from './policy-side.tsx';
import type { Draft } from './use-policy-draft.ts';
import { readYaml, setInYaml, type YamlPath } from './yaml-edit.ts';

/** The same document as a form; what is changed here keeps the text's comments and order. */
export function FormView({ draft }: { draft: Draft }) {
  const { text, parsed } = draft;
  const { policyForm: words } = useVoice().words;
  const navigate = useNavigate({ from: '/programs/$id/policy' });
  if (setInYaml(text, ['name'], 'P') === undefined) {
    return (
      <Notice tone="warned" icon={IconInfoCircle} title={words.unreadable}>
        {words.unreadableAbout}
      </Notice>
    );
  }
  return (
    <div className="editor-columns">
      <Fields draft={draft} />
      <PolicySide parsed={parsed} onPick={() => void navigate({ search: { view: 'text' } })} />
    </div>
  );
}

function Fields({ draft: { text, parsed, write } }: { draft: Draft }) {
  const voice = useVoice();
  const { policyForm: words } = voice.words;
  const set = (path: YamlPath, value: unknown) => {
    const next = setInYaml(text, path, value);
    if (next !== undefined) write(next);
  };
  const wrong = new Map(parsed.ok ? [] : parsed.problems.map((problem) => [problem.field, problem]));
  const errorOf = (path: YamlPath) => {
    const problem = wrong.get(path.join('.'));
    return problem && `${voice.phrase(problem.message)} ${voice.phrase(problem.remedy)}`;
  };
  const show = (field: PolicyField, path: YamlPath) => (
    <FormField
      key={path.join('.')}
      field={field}
      value={readYaml(text, path)}
      error={errorOf(path)}
      onChange={(value) => set(path, value)}
    />
  );
  const top = documentFields.filter(({ kind }) => kind !== 'group');
  const groups = documentFields.filter(({ kind }) => kind === 'group');
  const named = (readYaml(text, ['checks']) ?? {}) as object;
  const off = CheckId.options.filter((check) => !(check in named));
  return (
    <Stack gap="md">
      <Fieldset legend={words.whole}>
        <div className={classes['fields']}>{top.map((field) => show(field, [field.name]))}</div>
      </Fieldset>
      {groups.map((group) => (
        <Fieldset key={group.name} legend={sayField(group.name, words)}>
          <div className={classes['fields']}>
            {groupFields(group).map((field) => show(field, [group.name, field.name]))}
          </div>
        </Fieldset>
      ))}
      {CheckId.options
        .filter((check) => check in named)
        .map((check) => {
          const path = ['checks', check];
          return (
            <Fieldset key={check} legend={voice.title(check)}>
              <Stack gap="sm">
                <StrategyField
                  check={check}
                  value={String(readYaml(text, [...path, 'strategy']) ?? 'advise')}
                  error={errorOf([...path, 'strategy'])}
                  onChange={(strategy) =>
                    strategy === undefined ? set(path, undefined) : set([...path, 'strategy'], strategy)
                  }
                />
                <div className={classes['fields']}>
                  {[...ruleFields.filter(({ name }) => name !== 'strategy'), ...settingFields(check)].map((field) =>
                    show(field, [...path, field.name]),
                  )}
                </div>
              </Stack>
            </Fieldset>
          );
        })}
      {off.length > 0 && (
        <Fieldset legend={words.offChecks}>
          <Group gap="xs">
            {off.map((check) => (
              <Button
                key={check}
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={voice.fill(words.turnOn, { check: voice.title(check) })}
                onClick={() => set(['checks', check, 'strategy'], 'advise')}
              >
                {voice.title(check)}
              </Button>
            ))}
          </Group>
        </Fieldset>
      )}
      <Text size="sm" c="dimmed">
        {words.emptyMeans}
      </Text>
    </Stack>
  );
}

interface StrategyFieldProps {
  check: CheckId;
  /** As written, right or wrong. */
  value: string;
  error: string | undefined;
  onChange: (strategy: Strategy | undefined) => void;
}

function StrategyField({ check, value, error, onChange }: StrategyFieldProps) {
  const voice = useVoice();
  const { policyForm: words, frame } = voice.words;
  const isKnown = Strategy.safeParse(value).success;
  return (
    <NativeSelect
      label={words.failure}
      aria-label={voice.fill(words.failureOf, { check: voice.title(check) })}
      value={value}
      error={error}
      maw={320}
      data={[
        { value: 'off', label: words.off },
        ...(isKnown ? [] : [{ value, label: value }]),
        ...Strategy.options.map((strategy) => ({ value: strategy, label: frame.terms.strategy[strategy] })),
      ]}
      onChange={(event) => onChange(Strategy.safeParse(event.currentTarget.value).data)}
    />
  );
}
