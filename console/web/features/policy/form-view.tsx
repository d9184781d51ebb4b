import { Fieldset, NativeSelect, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
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
import type { Draft } from './use-policy-draft.ts';
import { readYaml, setInYaml, type YamlPath } from './yaml-edit.ts';

/** The same document as a form; what is changed here keeps the text's comments and order. */
export function FormView({ draft }: { draft: Draft }) {
  const { text, parsed, write } = draft;
  const voice = useVoice();
  const { policyForm: words } = voice.words;
  if (setInYaml(text, ['name'], 'P') === undefined) {
    return (
      <Notice tone="warned" icon={IconInfoCircle} title={words.unreadable}>
        {words.unreadableAbout}
      </Notice>
    );
  }
  const set = (path: YamlPath, value: unknown) => {
    const next = setInYaml(text, path, value);
    if (next !== undefined) write(next);
  };
  const wrong = new Map(parsed.ok ? [] : parsed.problems.map((problem) => [problem.field, problem]));
  const show = (field: PolicyField, path: YamlPath) => {
    const problem = wrong.get(path.join('.'));
    return (
      <FormField
        key={path.join('.')}
        field={field}
        value={readYaml(text, path)}
        error={problem && `${voice.phrase(problem.message)} ${voice.phrase(problem.remedy)}`}
        onChange={(value) => set(path, value)}
      />
    );
  };
  const top = documentFields.filter(({ kind }) => kind !== 'group');
  const groups = documentFields.filter(({ kind }) => kind === 'group');
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
      {CheckId.options.map((check) => {
        const path = ['checks', check];
        const isNamed =
          readYaml(text, ['checks']) !== undefined && check in ((readYaml(text, ['checks']) ?? {}) as object);
        return (
          <Fieldset key={check} legend={voice.title(check)}>
            <Stack gap="sm">
              <StrategyField
                check={check}
                value={isNamed ? String(readYaml(text, [...path, 'strategy']) ?? 'advise') : undefined}
                onChange={(strategy) =>
                  strategy === undefined ? set(path, undefined) : set([...path, 'strategy'], strategy)
                }
              />
              {isNamed && (
                <div className={classes['fields']}>
                  {[...ruleFields.filter(({ name }) => name !== 'strategy'), ...settingFields(check)].map((field) =>
                    show(field, [...path, field.name]),
                  )}
                </div>
              )}
            </Stack>
          </Fieldset>
        );
      })}
      <Text size="sm" c="dimmed">
        {words.emptyMeans}
      </Text>
    </Stack>
  );
}

interface StrategyFieldProps {
  check: CheckId;
  value: string | undefined;
  onChange: (strategy: Strategy | undefined) => void;
}

function StrategyField({ check, value, onChange }: StrategyFieldProps) {
  const voice = useVoice();
  const { policyForm: words, frame } = voice.words;
  return (
    <NativeSelect
      label={words.failure}
      aria-label={voice.fill(words.failureOf, { check: voice.title(check) })}
      value={value ?? 'off'}
      maw={320}
      data={[
        { value: 'off', label: words.off },
        ...Strategy.options.map((strategy) => ({ value: strategy, label: frame.terms.strategy[strategy] })),
      ]}
      onChange={(event) => onChange(Strategy.safeParse(event.currentTarget.value).data)}
    />
  );
}
