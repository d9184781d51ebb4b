import { NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { stringify } from 'yaml';
import type { PolicyField } from '../../../../shared/policy/fields.ts';
import { formatDuration } from '../../../../shared/time.ts';

interface FormFieldProps {
  field: PolicyField;
  /** As written; undefined where the fallback holds. */
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

/** One field of the policy, in the shape that its schema has. */
export function FormField({ field, value, error, onChange }: FormFieldProps) {
  const label = sayField(field.name);
  const shown = value ?? undefined;
  if (field.kind === 'switch' || field.kind === 'choice') {
    return (
      <NativeSelect
        label={label}
        error={error}
        value={shown === undefined ? '' : String(shown)}
        data={[
          { value: '', label: `as usual (${sayFallback(field)})` },
          ...field.values.map((one) => ({ value: one, label: sayValue(one) })),
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
        clearButtonProps={{ 'aria-label': `Clear ${label}` }}
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
        description="Written in the text"
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

function isPlainList({ kind }: PolicyField, value: unknown): boolean {
  if (kind === 'choices' || kind === 'list') return true;
  return kind === 'other' && Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function readChoice({ kind }: PolicyField, value: string): unknown {
  if (value === '') return undefined;
  return kind === 'switch' ? value === 'true' : value;
}

/** `maxUpdateAge` gives `Max update age`. */
function sayField(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sayFallback({ kind, fallback }: PolicyField): string {
  if (fallback === undefined) return '';
  if (kind === 'duration') return formatDuration(Number(fallback));
  if (kind === 'switch') return sayValue(String(fallback));
  return sayWritten(fallback);
}

function sayValue(value: string): string {
  return { true: 'yes', false: 'no' }[value] ?? value;
}

function sayWritten(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return String(value);
}
