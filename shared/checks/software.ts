import { z } from 'zod';
import { catalogue, findInCatalogue, SoftwareCategory } from './catalogue.ts';
import { defineCheck, type Verdict } from './define.ts';

/** One match. Only what a policy asks for is ever reported, never the list of everything on the PC. */
const Match = z.object({
  /** Catalogue id, or `process:<file name>` for a program that only the policy knows. */
  id: z.string().max(80),
  running: z.boolean(),
  /** What it was recognised by; a renamed program is still caught by its package, its bundle or its own process title. */
  by: z.enum(['file-name', 'process-title', 'package', 'bundle-id']),
});

const Fact = z.object({
  /** Version of the catalogue the workstation matched against. */
  catalogue: z.string().max(40),
  found: z.array(Match).max(100),
});

/** A program that is not in the catalogue, by the file name of its process. */
const ByProcess = z.strictObject({
  process: z
    .string()
    .min(2)
    .max(60)
    .regex(/^[^/\\]+$/, 'Write the file name alone, without a folder.')
    .toLowerCase(),
});

const Program = z.union([
  ByProcess,
  z.string().refine((id) => findInCatalogue(id) !== undefined, {
    error: (issue) =>
      `"${issue.input}" is not in the catalogue. Write "- process: ${issue.input}" to name it by its file.`,
  }),
]);
const Forbidden = z.union([SoftwareCategory, Program], {
  error: (issue) =>
    `"${describeInput(issue.input)}" is neither a category (${SoftwareCategory.options.join(', ')}) nor in the catalogue. Write "- process: <file name>" to name a program by its file.`,
});
type Program = z.output<typeof Program>;

function describeInput(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}

const Settings = z.object({
  /** Categories, catalogue programs, or `{ process: name }`, that must not run. */
  forbid: z.array(Forbidden).default(['remote-access']),
  /** Programs of a forbidden category that are allowed all the same. */
  allow: z.array(Program).default([]),
  /** Forbid them even when they are only installed. */
  installed: z.enum(['forbid', 'ignore']).default('ignore'),
  /** Programs that must be running. */
  require: z.array(Program).default([]),
});
type Settings = z.output<typeof Settings>;

const idOf = (program: Program) => (typeof program === 'string' ? program : `process:${program.process}`);
const nameOf = (id: string) => findInCatalogue(id)?.name ?? id.replace(/^process:/, '');

/** The ids that settings ask a workstation to look for. */
export function wantedSoftware(settings: Settings): string[] {
  return [...new Set([...forbiddenBy(settings), ...settings.require.map(idOf)])];
}

const forbidden = new WeakMap<Settings, ReadonlySet<string>>();

/** Worked out once for each policy: it is asked for with every report. */
function forbiddenBy(settings: Settings): ReadonlySet<string> {
  const known = forbidden.get(settings);
  if (known) return known;
  const kept = new Set([...settings.allow, ...settings.require].map(idOf));
  const ids = new Set(settings.forbid.flatMap(idsOf).filter((id) => !kept.has(id)));
  forbidden.set(settings, ids);
  return ids;
}

function idsOf(item: Settings['forbid'][number]): string[] {
  const category = SoftwareCategory.safeParse(item);
  if (!category.success) return [idOf(item as Program)];
  return catalogue.filter((entry) => entry.category === category.data).map((entry) => entry.id);
}

type Code = 'forbidden-running' | 'forbidden-installed' | 'required-missing';

export const software = defineCheck({
  id: 'software',
  title: 'Software',
  why: 'A remote-access or recording program can show a customer’s data to a stranger.',
  fact: Fact,
  settings: Settings,
  evaluate({ found }, settings): Verdict<Code>[] {
    const ids = forbiddenBy(settings);
    const hits = found.filter(({ id }) => ids.has(id));
    const running = new Set(hits.filter((match) => match.running).map((match) => match.id));
    const installed = new Set(hits.map((match) => match.id).filter((id) => !running.has(id)));
    const missing = settings.require.map(idOf).filter((id) => !found.some((match) => match.id === id && match.running));
    const verdicts: Verdict<Code>[] = [];
    if (running.size > 0) verdicts.push(fail('forbidden-running', running));
    if (installed.size > 0 && settings.installed === 'forbid') verdicts.push(fail('forbidden-installed', installed));
    if (missing.length > 0) verdicts.push(fail('required-missing', missing));
    return verdicts;
  },
  describe({ found }) {
    const running = new Set(found.filter((match) => match.running).map((match) => nameOf(match.id)));
    return running.size === 0 ? 'nothing from the list is running' : `running: ${[...running].join(', ')}`;
  },
  texts: {
    'forbidden-running': {
      problem: '{names} is running and is not allowed while you work.',
      remedy: 'Quit {names} completely; access comes back by itself.',
    },
    'forbidden-installed': {
      problem: '{names} is installed and is not allowed on this PC.',
      remedy: 'Uninstall {names}.',
    },
    'required-missing': {
      problem: '{names} is not running, and your team requires it.',
      remedy: 'Start {names}; ask helpdesk if it is not installed.',
    },
  },
});

function fail(code: Code, ids: Iterable<string>): Verdict<Code> {
  return { outcome: 'fail', code, params: { names: [...ids].map(nameOf).sort().join(', ') } };
}
