import { NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { stringify } from 'yaml';
import type { PolicyField } from '../../../../shared/policy/fields.ts';
import { formatDuration } from '../../../../shared/time.ts';
import { useVoice } from '../../parts/speech.tsx';
import { sayField, sayValue } from './field-words.ts';

interface FormFieldProps {
  field: PolicyField;
  /** As written; undefined where the fallback holds. */
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

/** One field of the policy, in the shape that its schema has. */
export function FormField({ field, value, error, onChange }: FormFieldProps) {
  const voice = useVoice();
  const { policyForm: words } = voice.words;
  const label = sayField(field.name, words);
  const shown = value ?? undefined;
  if (field.kind === 'switch' || field.kind === 'choice') {
    return (
      <NativeSelect
        label={label}
        error={error}
        value={shown === undefined ? '' : String(shown)}
        data={[
          { value: '', label: voice.fill(words.asUsual, { value: sayValue(sayWritten(field.fallback), words) }) },
          ...field.values.map((one) => ({ value: one, label: sayValue(one, words) })),
        ]}
        onChange={(event) => onChange(readChoice(field, event.currentTarget.value))}
      />
    );
  }
  if (isPlainList(field, shown)) {
    return (
      <TagsInput
        label={label}
        error={error}
        data={[...field.values]}
        value={(shown ?? []) as string[]}
        placeholder={shown === undefined ? sayFallback(field) : ''}
        clearButtonProps={{ 'aria-label': voice.fill(words.clear, { label }) }}
        onChange={(entries) => onChange(entries.length === 0 ? undefined : entries)}
      />
    );
  }
  if (field.kind === 'other') {
    return (
      <TextInput
        label={label}
        value={sayWritten(shown)}
        placeholder={sayFallback(field)}
        readOnly
        description={words.inText}
      />
    );
  }
  return <WrittenField key={String(shown)} {...{ field, label, error, onChange }} value={shown} />;
}

interface WrittenFieldProps extends FormFieldProps {
  label: string;
}

/** Takes over what was typed when the field is left, so that half a word is never a mistake. */
function WrittenField({ field, label, value, error, onChange }: WrittenFieldProps) {
  const [typed, setTyped] = useState(sayWritten(value));
  const leave = () => {
    if (typed === sayWritten(value)) return;
    const isNumber = field.kind === 'number' && typed.trim() !== '' && !Number.isNaN(Number(typed));
    onChange(typed.trim() === '' ? undefined : isNumber ? Number(typed) : typed.trim());
  };
  return (
    <TextInput
      label={label}
      error={error}
      placeholder={sayFallback(field)}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** A list of words; one that is not written yet is told by what holds then. */
function isPlainList({ kind, fallback }: PolicyField, value: unknown): boolean {
  if (kind === 'choices' || kind === 'list') return true;
  const entries = value ?? fallback;
  return kind === 'other' && Array.isArray(entries) && entries.every((entry) => typeof entry === 'string');
}

function readChoice({ kind }: PolicyField, value: string): unknown {
  if (value === '') return undefined;
  return kind === 'switch' ? value === 'true' : value;
}

/** What holds while nothing is written, as it would be written. */
function sayFallback({ kind, fallback }: PolicyField): string {
  if (fallback === undefined) return '';
  if (kind === 'duration') return formatDuration(Number(fallback));
  return sayWritten(fallback);
}

function sayWritten(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return String(value);
}
