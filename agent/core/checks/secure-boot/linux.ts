import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { FileProbe, Transcript } from '../../host/probe.ts';
import { type Parsed, reader, unreadOf } from '../reader.ts';

type Fact = FactOf<'secure-boot'>;
type Name = 'secureBoot' | 'setupMode' | 'shimState' | 'bootEntry' | 'firmware' | 'tpm' | 'tpms' | 'lockdown';
type Transcripts = Readonly<Record<Name, Transcript>>;

const globalGuid = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const shimGuid = '605dab50-e046-4300-abb6-3dd810dd8b23';
/** Attributes of a variable that can be seen before and after the system has started. */
const bootAndRun = 0x06;
const variable = (name: string, guid: string, why: string): FileProbe => ({
  kind: 'file',
  paths: [`/sys/firmware/efi/efivars/${name}-${guid}`],
  why,
});

/** What the firmware told the kernel; nothing of it needs an administrator. */
export const secureBootLinux = reader<Fact, Name>({
  probes: {
    secureBoot: variable('SecureBoot', globalGuid, 'whether the firmware starts signed systems alone'),
    setupMode: variable('SetupMode', globalGuid, 'whether the keys of the firmware can be changed'),
    shimState: variable('MokSBStateRT', shimGuid, 'whether the start program was told to let everything pass'),
    bootEntry: variable('BootCurrent', globalGuid, 'whether the variables of the firmware are shown at all'),
    firmware: { kind: 'folder', path: '/sys/firmware', why: 'whether this PC was started with UEFI' },
    tpm: {
      kind: 'file',
      // Kernels before 5.6 have only the older two.
      paths: [
        '/sys/class/tpm/tpm0/tpm_version_major',
        '/sys/class/tpm/tpm0/device/description',
        '/sys/class/tpm/tpm0/device/caps',
      ],
      why: 'which version of a security chip there is',
    },
    tpms: { kind: 'folder', path: '/sys/class/tpm', why: 'whether there is a security chip' },
    lockdown: {
      kind: 'file',
      paths: ['/sys/kernel/security/lockdown'],
      why: 'whether the running kernel is guarded against changes',
    },
  },
  parse(transcripts): Parsed<Fact> {
    const fact = {
      secureBoot: secureBootOf(transcripts),
      tpm: tpmOf(transcripts),
      integrity: integrityOf(transcripts.lockdown),
    };
    const { secureBoot, tpm, integrity } = fact;
    const isHidden = [secureBoot, tpm, integrity].every((part) => typeof part === 'object');
    return isHidden && typeof secureBoot === 'object' ? secureBoot : { fact };
  },
});

function secureBootOf({ secureBoot, setupMode, shimState, bootEntry, firmware }: Transcripts): Fact['secureBoot'] {
  if (secureBoot.outcome === 'absent') return withoutVariable(bootEntry, firmware);
  const isOn = flagOf(secureBoot, 'SecureBoot');
  if (typeof isOn === 'object') return isOn;
  // Neither of these is there on every PC; where one cannot be read, the main one stands.
  const passesAll = flagOf(shimState, 'MokSBStateRT') === true;
  if (!isOn || passesAll) return 'off';
  return flagOf(setupMode, 'SetupMode') === true ? 'reduced' : 'on';
}

/** A variable that holds one byte, 0 or 1. */
function flagOf(variable: Transcript, name: string): boolean | CannotTell {
  const detail = `the firmware variable ${name}`;
  if (variable.outcome !== 'ok') return { cannotTell: variable.outcome, detail };
  const value = contentOf(variable.text, 1);
  return value === '\x00' || value === '\x01' ? value === '\x01' : { cannotTell: 'unparsable', detail };
}

/** A variable is four bytes of attributes and then its value. Undefined for anything else, or another length. */
function contentOf(text: string, length: number): string | undefined {
  const [attributes = 0, ...zeros] = [...text.slice(0, 4)].map((byte) => byte.charCodeAt(0));
  // The running system is shown only what has these two.
  const isShown = (attributes & bootAndRun) === bootAndRun && attributes < 0x80;
  const isVariable = isShown && text.length === 4 + length && zeros.every((byte) => byte === 0);
  return isVariable ? text.slice(4) : undefined;
}

/** Containers hide the whole folder, which is no sign of a start without UEFI. */
function withoutVariable(bootEntry: Transcript, firmware: Transcript): Fact['secureBoot'] {
  // The other variables are shown, and this one is not: a firmware from before Secure Boot, or without it.
  if (bootEntry.outcome === 'ok' && contentOf(bootEntry.text, 2) !== undefined) return 'off';
  const names = namesIn(firmware, '/sys/firmware');
  if ('cannotTell' in names) return names;
  if (names.includes('efi')) return { cannotTell: 'absent', detail: 'the variables of the firmware are not shown' };
  return names.length > 0 ? 'legacy' : { cannotTell: 'absent', detail: '/sys/firmware is empty' };
}

/** An empty list of chips is believed where the list of what the firmware shows is not empty as well. */
function tpmOf({ tpm, tpms, firmware }: Transcripts): Fact['tpm'] {
  if (tpm.outcome === 'ok')
    return versionOf(tpm.text) ?? { cannotTell: 'unparsable', detail: 'the version of the TPM' };
  if (tpm.outcome !== 'absent') return { cannotTell: tpm.outcome, detail: 'the version of the TPM' };
  const names = namesIn(tpms, '/sys/class/tpm');
  if ('cannotTell' in names) return names;
  const shown = namesIn(firmware, '/sys/firmware');
  const isReal = !('cannotTell' in shown) && shown.length > 0;
  return names.length === 0 && isReal ? 'none' : { cannotTell: 'absent', detail: 'the version of the TPM' };
}

/** `2`, or `TPM 2.0 Device`, or the lines about an older chip with `TCG version: 1.2`. */
function versionOf(text: string): '1.2' | '2.0' | undefined {
  if (/^2\n?$|^TPM 2\.0 Device$/m.test(text)) return '2.0';
  return /^1\n?$|^TCG version: 1\.2$/m.test(text) ? '1.2' : undefined;
}

/** `none [integrity] confidentiality`: the brackets are around the level in force. */
function integrityOf(lockdown: Transcript): Fact['integrity'] {
  const unread = unreadOf(lockdown);
  if (unread) return unread;
  const text = lockdown.outcome === 'ok' ? lockdown.text : '';
  const level = /^(?:\w+ )*\[(none|integrity|confidentiality)\](?: \w+)*\n?$/.exec(text)?.[1];
  if (level === undefined) return { cannotTell: 'unparsable', detail: 'the lockdown of the kernel' };
  return level === 'none' ? 'off' : 'on';
}

function namesIn(folder: Transcript, path: string): string[] | CannotTell {
  const unread = unreadOf(folder);
  if (unread) return unread;
  const lines = folder.outcome === 'ok' ? folder.text.split('\n').filter((line) => line !== '') : [];
  const names = lines.map((line) => /^\S+Z\t(\S+)$/.exec(line)?.[1]);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : { cannotTell: 'unparsable', detail: path };
}
