import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, jsonOf, mostTelling, plistOf, valueIn } from '../../macos/answers.ts';
import { plistFile, profiler, program } from '../../macos/probes.ts';
import { processList, runningNames } from '../../macos/process-list.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'firewall'>;
type State = 'on' | 'block-all' | 'off';
type Name = 'state' | 'blockAll' | 'profile' | 'preferences' | 'processes';

const tool = '/usr/libexec/ApplicationFirewall/socketfilterfw';

/**
 * The tool answers first: from macOS 15 on, the preferences are gone, or were left behind by an older version and say what
 * was true then.
 */
export const firewallMacos = reader<Fact, Name>({
  probes: {
    state: program(tool, ['--getglobalstate'], 'whether the firewall is on'),
    blockAll: program(tool, ['--getblockall'], 'whether the firewall lets nothing in at all'),
    profile: profiler('SPFirewallDataType', 'whether the firewall is on', {
      unless: { probes: ['state'], said: /\(State = [012]\)/ },
    }),
    preferences: plistFile('/Library/Preferences/com.apple.alf.plist', 'whether the firewall is on, before macOS 15'),
    processes: processList('whether a firewall of another maker is at work'),
  },
  parse(transcripts): Parsed<Fact> {
    const blockAll = blockAllOf(transcripts.blockAll);
    const sources = [
      stateByTool(transcripts.state, valueIn(blockAll) ?? valueIn(blockAllOf(transcripts.state))),
      stateByProfiler(transcripts.profile),
      stateByPreferences(transcripts.preferences),
    ];
    const state = sources.find((source) => isAnswer(source))?.value ?? (valueIn(blockAll) ? 'block-all' : undefined);
    if (state === undefined) return mostTelling(...sources, blockAll);
    const running = runningNames(transcripts.processes);
    const others = products.filter(({ processes }) => processes.some((name) => running.has(name)));
    return {
      fact: {
        profiles: [{ name: 'application', inUse: true, state }],
        products: others.map(({ name }) => ({
          name,
          state: { cannotTell: 'unsupported', detail: 'only its own window says whether it filters' },
        })),
      },
    };
  },
});

/** The words around the number changed with the versions; the number did not. 2 blocks all, where nothing denies it. */
function stateByTool(transcript: Transcript, blocksAll: boolean | undefined): Answer<State> {
  const found = foundIn(transcript, 'socketfilterfw', /\(State = ([012])\)/);
  if (!isAnswer(found)) return found;
  const number = found.value[1];
  if (number === '0') return { value: 'off' };
  return { value: (blocksAll ?? number === '2') ? 'block-all' : 'on' };
}

/** `Firewall has block all state set to disabled.`, before that `Block all DISABLED!`. */
function blockAllOf(transcript: Transcript): Answer<boolean> {
  const found = foundIn(
    transcript,
    'socketfilterfw',
    /^(?:Firewall has )?block all (?:state set to )?(enabled|disabled)|^Firewall is set to (block) all/im,
  );
  return isAnswer(found) ? { value: /^(?:enabled|block)$/i.test(found.value[1] ?? found.value[2] ?? '') } : found;
}

const states: Readonly<Record<string, State>> = {
  spfirewall_globalstate_limit_connections: 'on',
  spfirewall_globalstate_block_all: 'block-all',
  spfirewall_globalstate_allow_all: 'off',
  spfirewall_globalstate_off: 'off',
};

function stateByProfiler(transcript: Transcript): Answer<State> {
  const what = 'system_profiler SPFirewallDataType';
  const Profile = z.object({
    SPFirewallDataType: z.array(z.object({ spfirewall_globalstate: z.string().optional() })),
  });
  const read = jsonOf(transcript, what, Profile);
  if (!isAnswer(read)) return read;
  const words = read.value.SPFirewallDataType.map((part) => part.spfirewall_globalstate).filter(Boolean);
  const state = states[words[0] ?? ''];
  return state ? { value: state } : { cannotTell: words[0] ? 'unparsable' : 'absent', detail: what };
}

function stateByPreferences(transcript: Transcript): Answer<State> {
  const read = plistOf(transcript, 'com.apple.alf.plist', z.object({ globalstate: z.literal([0, 1, 2]) }));
  return isAnswer(read) ? { value: (['off', 'on', 'block-all'] as const)[read.value.globalstate] } : read;
}

/** Those that guard against what comes in. LuLu and Radio Silence only watch what goes out. */
const products: readonly { name: string; processes: readonly string[] }[] = [
  {
    name: 'Little Snitch',
    processes: ['at.obdev.littlesnitch.networkextension', 'little snitch network extension', 'little snitch daemon'],
  },
  { name: 'Intego NetBarrier', processes: ['netbarrier', 'com.intego.netbarrier.daemon'] },
  { name: 'Murus', processes: ['murus', 'murusmenulet'] },
];
