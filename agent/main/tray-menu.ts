import { Language, languageNames } from '../../shared/words/language.ts';
import type { Model } from '../ipc/model.ts';
import type { Telling } from '../window/today/telling.ts';
import type { Voice } from '../window/voice.ts';

/** What a row of the menu starts. */
export type Choice =
  | { readonly what: 'show' | 'check' | 'quit' }
  | { readonly what: 'open'; readonly program: string }
  | { readonly what: 'language'; readonly language: Language }
  | { readonly what: 'at-login'; readonly on: boolean };

export type Row =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'choice'; readonly label: string; readonly choice: Choice; readonly chosen?: boolean }
  | { readonly kind: 'more'; readonly label: string; readonly rows: readonly Row[] };

interface Told {
  readonly model: Model;
  readonly telling: Telling;
  readonly atLogin: boolean;
}

/** Pure: the state in one sentence, one row per thing to fix, and what a person does every day. */
export function menuOf({ model, telling, atLogin }: Told, voice: Voice): Row[] {
  const { tray, home, more } = voice.words;
  const { rows, sentence } = telling;
  const problems = [...rows.toFix, ...rows.advice, ...rows.unknown];
  const line: Row = { kind: 'line' };
  const show = (label: string): Row => ({ kind: 'choice', label, choice: { what: 'show' } });
  return [
    { kind: 'text', label: sentence.first },
    ...problems.map(({ cause, code, params }) => show(voice.say(cause, code, params).problem)),
    line,
    ...programsOf(model, voice),
    show(tray.show),
    ...(model.phase === 'running'
      ? [{ kind: 'choice', label: home.checkAll, choice: { what: 'check' } } satisfies Row]
      : []),
    line,
    { kind: 'more', label: more.language, rows: Language.options.map((language) => languageRow(language, voice)) },
    { kind: 'choice', label: tray.atLogin, choice: { what: 'at-login', on: !atLogin }, chosen: atLogin },
    { kind: 'choice', label: tray.quit, choice: { what: 'quit' } },
  ];
}

function programsOf({ snapshot }: Model, voice: Voice): Row[] {
  if (snapshot?.link.state !== 'connected') return [];
  const open = snapshot.programs.filter(({ decision }) => decision && decision.access !== 'locked');
  return open.map(({ id, name }) => ({
    kind: 'choice',
    label: voice.fill(voice.words.home.open, { program: name }),
    choice: { what: 'open', program: id },
  }));
}

function languageRow(language: Language, voice: Voice): Row {
  const chosen = language === voice.language;
  return { kind: 'choice', label: languageNames[language], choice: { what: 'language', language }, chosen };
}
