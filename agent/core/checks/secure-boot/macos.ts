import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, jsonOf, mostTelling, plistOf, textOf, valueIn } from '../../macos/answers.ts';
import { plistFile, profiler, program, sinceStart } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'secure-boot'>;
type Name = 'bridge' | 'words' | 'policy' | 'chip' | 'integrity' | 'gatekeeper';
type Transcripts = Readonly<Record<Name, Transcript>>;

const variable = '94b73556-2197-4702-82a8-3e1337dafbfb:AppleSecureBootPolicy';

export const secureBootMacos = reader<Fact, Name>({
  probes: {
    bridge: profiler('SPiBridgeDataType', 'how strictly this Mac checks what it starts', { inputs: sinceStart }),
    words: {
      ...plistFile(
        '/System/Library/SystemProfiler/SPiBridgeReporter.spreporter/Contents/Resources/Localizable.loctable',
        'what its word means, where this Mac does not speak English',
      ),
      unless: { probes: ['bridge'], said: /"(?:Full|Medium|Reduced|Permissive|No) Security"/ },
    },
    policy: program('/usr/sbin/nvram', [variable], 'the same, on Macs with a T2 chip', { inputs: sinceStart }),
    chip: program('/usr/sbin/sysctl', ['hw.optional.arm64', 'hw.model'], 'whether this Mac has Apple silicon', {
      inputs: sinceStart,
    }),
    integrity: program('/usr/bin/csrutil', ['status'], 'whether System Integrity Protection is on'),
    gatekeeper: program('/usr/sbin/spctl', ['--status'], 'whether Gatekeeper is on', { withErrors: true }),
  },
  parse(transcripts): Parsed<Fact> {
    const bridge = jsonOf(transcripts.bridge, 'system_profiler SPiBridgeDataType', Bridge);
    const integrity = integrityOf(transcripts);
    const secureBoot = secureBootOf(transcripts, bridge);
    const tpm = chipOf(transcripts.chip, bridge);
    const sources = [secureBoot, tpm, integrity];
    if (sources.every((source) => !isAnswer<unknown>(source))) return mostTelling(...sources, bridge);
    return {
      fact: {
        secureBoot: isAnswer(secureBoot) ? secureBoot.value : secureBoot,
        tpm: isAnswer(tpm) ? tpm.value : tpm,
        integrity: isAnswer(integrity) ? integrity.value : integrity,
      },
    };
  },
});

const Bridge = z.object({
  SPiBridgeDataType: z.array(
    z.looseObject({
      ibridge_secure_boot: z.string().optional(),
      ibridge_model_name: z.string().optional(),
      ibridge_build: z.string().optional(),
    }),
  ),
});
type Bridge = z.output<typeof Bridge>;
type Known<T> = Exclude<T, { cannotTell: unknown }>;

/** In English. System Information speaks the language of the person here, unlike anywhere else. */
const levels: Readonly<Record<string, Known<Fact['secureBoot']>>> = {
  'Full Security': 'on',
  'Medium Security': 'reduced',
  'Reduced Security': 'reduced',
  'Permissive Security': 'off',
  'No Security': 'off',
};
const policies = ['off', 'reduced', 'on'] as const;

function secureBootOf(transcripts: Transcripts, bridge: Answer<Bridge>): Answer<Known<Fact['secureBoot']>> {
  const stored = foundIn(transcripts.policy, 'nvram', /AppleSecureBootPolicy\s+%0([012])\s*$/m);
  if (isAnswer(stored)) return { value: policies[Number(stored.value[1])] ?? 'off' };
  const word = valueIn(bridge)
    ?.SPiBridgeDataType.map((part) => part.ibridge_secure_boot)
    .find(Boolean);
  const level = word === undefined ? undefined : (levels[word] ?? translated(word, transcripts.words));
  if (level !== undefined) return { value: level };
  if (word !== undefined) return { cannotTell: 'unparsable', detail: `System Information: ${word}`.slice(0, 200) };
  // A Mac with an Intel processor and without a T2 chip starts whatever it finds.
  if (isIntel(transcripts.chip) && isAnswer(bridge) && !hasChip(bridge.value)) return { value: 'off' };
  return isAnswer(bridge) ? { cannotTell: 'absent', detail: 'System Information names no start-up security' } : bridge;
}

/** macOS brings its translations along, by English word for each language. A word that stands for two levels says nothing. */
function translated(word: string, words: Transcript): Known<Fact['secureBoot']> | undefined {
  const languages = plistOf(words, 'words of System Information', z.record(z.string(), z.unknown()));
  const tables = Object.values(valueIn(languages) ?? {}).filter((table) => typeof table === 'object' && table !== null);
  const names = tables.flatMap((table) =>
    Object.entries(table).flatMap(([name, said]) => (typeof said === 'string' && said.trim() === word ? [name] : [])),
  );
  const found = new Set(names.flatMap((name) => levels[name] ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

function hasChip({ SPiBridgeDataType: parts }: Bridge): boolean {
  return parts.some((part) => part.ibridge_model_name ?? part.ibridge_build ?? part.ibridge_secure_boot);
}

function isIntel(chip: Transcript): boolean {
  const text = textOf(chip, 'sysctl');
  return isAnswer(text) && /^hw\.model: \S/m.test(text.value) && !/^hw\.optional\.arm64: 1$/m.test(text.value);
}

function chipOf(chip: Transcript, bridge: Answer<Bridge>): Answer<Known<Fact['tpm']>> {
  const arm = foundIn(chip, 'sysctl', /^hw\.optional\.arm64: 1$/m);
  if (isAnswer(arm) || (isAnswer(bridge) && hasChip(bridge.value))) return { value: 'built-in' };
  if (isIntel(chip) && isAnswer(bridge)) return { value: 'none' };
  return isAnswer(bridge) ? arm : mostTelling(bridge, arm);
}

/** `enabled.`, `disabled.` or `unknown (Custom Configuration).` with a list. Without Gatekeeper it is a part of the whole. */
function integrityOf({ integrity, gatekeeper }: Transcripts): Answer<Known<Fact['integrity']>> {
  const found = foundIn(
    integrity,
    'csrutil',
    /^System Integrity Protection status: (enabled|disabled|unknown)( \(Custom Configuration\))?/m,
  );
  const assessments = foundIn(gatekeeper, 'spctl', /^assessments (enabled|disabled)/m);
  const isOpen = isAnswer(assessments) && assessments.value[1] === 'disabled';
  if (!isAnswer(found)) return isOpen ? { value: 'partly' } : found;
  const [, word, custom] = found.value;
  if (custom !== undefined || word === 'unknown') return { value: 'partly' };
  if (word === 'disabled') return { value: 'off' };
  return { value: isOpen ? 'partly' : 'on' };
}
