import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { type PolicyProblem, parsePolicy } from '../../../../shared/policy/parse.ts';
import { useVoice } from '../../parts/speech.tsx';
import type { Voice } from '../../voice.ts';
import classes from './code-editor.module.css';
import { completeAt } from './completion.ts';

interface CodeEditorProps {
  text: string;
  /** Brings the cursor to a place when it changes. */
  place: Pick<PolicyProblem, 'line' | 'column'> | undefined;
  /** Absent: the text can only be read. */
  onChange: ((text: string) => void) | undefined;
}

/** The policy as text: completion and inline mistakes come from the same schemas that the console checks with. */
export function CodeEditor({ text, place, onChange }: CodeEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const latest = useRef(text);
  latest.current = text;
  const voice = useVoice();
  useEffect(() => {
    if (!holder.current) return;
    const editor = openEditor(
      holder.current,
      latest.current,
      voice,
      changed.current && ((next) => changed.current?.(next)),
    );
    view.current = editor;
    return () => editor.destroy();
  }, [voice]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || !place) return;
    const at = offsetOf(editor.state, place);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    editor.focus();
  }, [place]);
  return <div ref={holder} className={classes['editor']} />;
}

/** Colours that reach contrast AA on both backgrounds. */
const colours = HighlightStyle.define([
  { tag: tags.comment, class: classes['comment'] ?? '' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: classes['key'] ?? '' },
  { tag: [tags.string, tags.number, tags.bool], class: classes['value'] ?? '' },
]);

function openEditor(parent: HTMLElement, doc: string, voice: Voice, onChange: CodeEditorProps['onChange']) {
  const { editor: words } = voice.words.policy;
  const extensions = [
    lineNumbers(),
    history(),
    highlightActiveLine(),
    bracketMatching(),
    indentUnit.of('  '),
    yaml(),
    syntaxHighlighting(colours),
    linter((view) => diagnose(view, voice), { delay: 200 }),
    lintGutter(),
    autocompletion({ override: [(context) => complete(context, voice)] }),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
    EditorState.readOnly.of(!onChange),
    EditorState.phrases.of(words.own),
    EditorView.contentAttributes.of({ 'aria-label': words.label, spellcheck: 'false', autocapitalize: 'off' }),
    // Tab is taken for indentation; Escape gives it back to the page.
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange?.(update.state.doc.toString());
    }),
  ];
  const editor = new EditorView({ parent, state: EditorState.create({ doc, extensions }) });
  // It scrolls by itself, so it must be reachable without a pointer.
  editor.scrollDOM.tabIndex = 0;
  editor.scrollDOM.setAttribute('aria-label', words.scroller);
  editor.scrollDOM.setAttribute('role', 'group');
  return editor;
}

function diagnose({ state }: EditorView, voice: Voice): Diagnostic[] {
  const parsed = parsePolicy(state.doc.toString());
  const found = parsed.ok ? parsed.warnings : parsed.problems;
  const severity = parsed.ok ? 'warning' : 'error';
  return found.map((problem) => {
    const from = offsetOf(state, problem);
    const { to } = state.doc.lineAt(from);
    return { from, to, severity, message: `${voice.phrase(problem.message)} ${voice.phrase(problem.remedy)}` };
  });
}

function offsetOf({ doc }: EditorState, { line, column }: Pick<PolicyProblem, 'line' | 'column'>): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}

function complete({ state, pos, explicit }: CompletionContext, voice: Voice) {
  const line = state.doc.lineAt(pos);
  const above = Array.from({ length: line.number - 1 }, (_, index) => state.doc.line(index + 1).text);
  const begun = line.text.slice(0, pos - line.from);
  const found = completeAt([...above, begun], voice);
  if (!found || found.options.length === 0 || (!explicit && begun.trim() === '')) return null;
  return {
    from: line.from + found.from,
    options: found.options.map(({ label, text, detail }) => ({
      label,
      detail,
      apply: text.replaceAll(
        '\n',
        `\n${/^\s*/.exec(begun)?.[0].slice(0, text.includes('    ') ? -2 : undefined) ?? ''}`,
      ),
    })),
  };
}
