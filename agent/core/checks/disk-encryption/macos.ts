import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, valueIn } from '../../macos/answers.ts';
import {
  type ApfsContainer,
  type ApfsVolume,
  apfsContainers,
  apfsProbe,
  liesOn,
  physicalProbe,
  wholeDisks,
} from '../../macos/disks.ts';
import { program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'disk-encryption'>;
type Volume = Fact['volumes'][number];
type Name = 'fileVault' | 'apfs' | 'internal';

export const diskEncryptionMacos = reader<Fact, Name>({
  probes: {
    fileVault: program('/usr/bin/fdesetup', ['status'], 'whether FileVault guards the disk of the system'),
    apfs: apfsProbe('which volumes FileVault guards (their names are not read)'),
    internal: physicalProbe('internal', 'which disks are built in'),
  },
  parse(transcripts): Parsed<Fact> {
    const containers = apfsContainers(transcripts.apfs);
    const internal = wholeDisks(transcripts.internal);
    const builtIn = builtInContainers(containers, valueIn(internal));
    const system = systemByFileVault(transcripts.fileVault);
    const states = (builtIn ?? []).flatMap(systemStates);
    const byApfs = states.length > 0 && states.every((state) => state === states[0]) ? states[0] : undefined;
    if (!isAnswer(system) && byApfs === undefined) return mostTelling(system, containers);
    const own: Volume = isAnswer(system) ? system.value : volume('/', 'system', byApfs ?? 'off');
    // Without the list of disks, a stick or a disk image could not be told from a disk that is built in.
    const others = isAnswer(internal) && builtIn ? builtIn.flatMap(otherVolumes) : unreadVolumes(containers, internal);
    return { fact: { volumes: [own, ...others].slice(0, 32) } };
  },
});

function unreadVolumes(...sources: readonly Answer<unknown>[]): Volume[] {
  const unread = mostTelling(...sources);
  return unread.cannotTell === 'absent' ? [] : [{ mount: 'other volumes', holds: 'data', state: unread }];
}

/** In English on every Mac. */
function systemByFileVault(transcript: Transcript): Answer<Volume> {
  const found = foundIn(transcript, 'fdesetup', /^FileVault is (On|Off)\b/m);
  const underWay = foundIn(
    transcript,
    'fdesetup',
    /^(En|De)cryption in progress: Percent completed = (\d+(?:[.,]\d+)?)/m,
  );
  if (isAnswer(underWay)) {
    const [, way, percent] = underWay.value;
    const state = way === 'En' ? 'encrypting' : 'decrypting';
    return { value: { ...volume('/', 'system', state), percent: Math.min(100, Number(percent?.replace(',', '.'))) } };
  }
  if (!isAnswer(found)) return found;
  return { value: volume('/', 'system', found.value[1] === 'On' ? 'on' : 'off') };
}

function volume(mount: string, holds: Volume['holds'], state: Extract<Volume['state'], string>): Volume {
  return { mount, holds, state, by: 'filevault' };
}

function builtInContainers(containers: Answer<ApfsContainer[]>, internal: readonly string[] | undefined) {
  const all = valueIn(containers);
  return internal === undefined ? all : all?.filter((container) => liesOn(container, internal));
}

const helpers = new Set(['Preboot', 'Recovery', 'VM', 'Update', 'xART', 'Hardware', 'Baseband', 'Backup', 'Sidecar']);
const isHelper = ({ Roles }: ApfsVolume) => Roles.some((role) => helpers.has(role));

/** The person’s files lie on the volume with the role Data; before 10.15 one volume without a role held everything. */
function systemVolumes({ Volumes }: ApfsContainer): ApfsVolume[] {
  const data = Volumes.filter(({ Roles }) => Roles.includes('Data'));
  if (data.length > 0) return data;
  const system = Volumes.filter(({ Roles }) => Roles.includes('System'));
  if (system.length > 0) return system;
  return Volumes.some(isHelper) ? Volumes.filter(({ Roles }) => Roles.length === 0) : [];
}

type State = Extract<Volume['state'], string>;

function systemStates(container: ApfsContainer): State[] {
  return systemVolumes(container).flatMap((one) => stateOf(one) ?? []);
}

function stateOf({ FileVault, Encryption, Locked, CryptoMigrationOn }: ApfsVolume): State | undefined {
  const isOn = FileVault ?? Encryption;
  if (isOn === undefined) return undefined;
  if (CryptoMigrationOn) return isOn ? 'encrypting' : 'decrypting';
  return isOn && Locked ? 'locked' : isOn ? 'on' : 'off';
}

function otherVolumes(container: ApfsContainer): Volume[] {
  const own = systemVolumes(container);
  const others = container.Volumes.filter((one) => one.Roles.length === 0 && !own.includes(one));
  return others.flatMap((one) => {
    const state = stateOf(one);
    return state === undefined ? [] : [volume(one.DeviceIdentifier.slice(0, 80), 'data', state)];
  });
}
