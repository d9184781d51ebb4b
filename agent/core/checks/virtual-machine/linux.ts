import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Parsed, reader, unreadOf } from '../reader.ts';
import { makerOf, wordOf } from './makers.ts';

type Fact = FactOf<'virtual-machine'>;
type Name = 'kernel' | 'detected' | 'container' | 'topFolder' | 'runFolder' | 'mainboard' | 'processor';
type Transcripts = Readonly<Record<Name, Transcript>>;

/** systemd knows best, since it asks the processor; the files speak where it is not there. */
export const virtualMachineLinux = reader<Fact, Name>({
  probes: {
    kernel: { kind: 'file', paths: ['/proc/sys/kernel/osrelease'], why: 'whether this is Linux inside Windows' },
    detected: {
      kind: 'command',
      paths: ['/usr/bin/systemd-detect-virt', '/bin/systemd-detect-virt'],
      args: [],
      // The answer stays the same for as long as the system runs.
      inputs: ['/etc/machine-id'],
      why: 'whether this is a virtual machine or a container, and whose',
    },
    container: { kind: 'file', paths: ['/run/systemd/container'], why: 'whether this is a container, and whose' },
    topFolder: { kind: 'folder', path: '/', why: 'whether Docker has left its mark' },
    runFolder: { kind: 'folder', path: '/run', why: 'whether Podman has left its mark' },
    mainboard: {
      kind: 'files',
      folder: '/sys/class/dmi/id',
      names: /^(bios_vendor|board_vendor|product_name|sys_vendor)$/,
      why: 'who made this PC, which tells virtual ones (no serial number is read)',
    },
    processor: {
      kind: 'file',
      paths: ['/proc/cpuinfo'],
      keep: /^flags\s*:/,
      why: 'whether the processor is shared out by a hypervisor',
    },
  },
  parse(transcripts): Parsed<Fact> {
    const { kernel, detected } = transcripts;
    if (kernel.outcome === 'ok' && /^\d[\w.+~-]*microsoft[\w.+~-]*\n?$/i.test(kernel.text)) {
      return { fact: { inside: 'subsystem', product: 'wsl' } };
    }
    const said = detectedOf(detected);
    if (said && 'inside' in said) return { fact: said };
    return fromFiles(transcripts) ?? said ?? hiddenBy(transcripts);
  },
});

/** Undefined where systemd is not there or did not answer. */
function detectedOf(detected: Transcript): Fact | CannotTell | undefined {
  if (detected.outcome !== 'ok') return undefined;
  const word = detected.text.slice(0, 40).trim();
  // It ends with 1 together with `none`; any other trouble goes without a word.
  return wordOf(word) ?? { cannotTell: 'unparsable', detail: 'systemd-detect-virt' };
}

/** Undefined where the files do not settle it: the strings of a mainboard alone could be an imitation. */
function fromFiles(transcripts: Transcripts): Parsed<Fact> | undefined {
  const container = containerOf(transcripts);
  if (container) return { fact: container };
  const { mainboard, processor } = transcripts;
  const strings = mainboard.outcome === 'ok' && mainboard.text.length < 1000 ? mainboard.text : '';
  const product = makerOf(strings);
  if (product) return { fact: { inside: 'machine', product } };
  const flags =
    processor.outcome === 'ok' ? /^flags\s*:((?: \w+)+)$/m.exec(processor.text)?.[1]?.split(' ') : undefined;
  // Every processor that has such a list has this one in it.
  if (!flags?.includes('fpu')) return undefined;
  if (flags.includes('hypervisor')) return { fact: { inside: 'machine' } };
  return isNamed(strings) ? { fact: { inside: 'no' } } : undefined;
}

function containerOf({ container, topFolder, runFolder }: Transcripts): Fact | undefined {
  const word = container.outcome === 'ok' ? wordOf(container.text.slice(0, 40).trim()) : undefined;
  if (word?.inside === 'container') return word;
  const has = (folder: Transcript, name: string) =>
    folder.outcome === 'ok' && folder.text.split('\n').some((line) => line.endsWith(`Z\t${name}`));
  if (has(runFolder, '.containerenv')) return { inside: 'container', product: 'podman' };
  return has(topFolder, '.dockerenv') ? { inside: 'container', product: 'docker' } : undefined;
}

/** Four lines of readable names, some of which a maker may have left empty. */
function isNamed(strings: string): boolean {
  return /^[ -~\n]*$/.test(strings) && strings.split('\n').filter((line) => /\w{2}/.test(line)).length >= 2;
}

function hiddenBy({ detected, mainboard, processor }: Transcripts): CannotTell {
  const trouble = [detected, mainboard, processor].find(({ outcome }) => outcome !== 'ok' && outcome !== 'absent');
  const unread = trouble && unreadOf(trouble);
  return unread ?? { cannotTell: 'absent', detail: 'nothing on this system says what it runs on' };
}
