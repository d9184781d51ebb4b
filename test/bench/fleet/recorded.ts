import { hash } from 'node:crypto';
import type { LastReport } from '../../../console/server/features/workstations/roster.ts';
import type { NewRow } from '../../../console/server/store/schema.ts';
import { jwsTypes, type Report } from '../../../shared/protocol/report.ts';
import { addSeconds } from '../../../shared/time.ts';
import { signJws } from '../../console/workstation-double.ts';
import { deviceOf } from './device.ts';
import { deviceName, type Life, toReadings } from './life.ts';
import type { Facts } from './pcs.ts';

/** Of so many workstations one has its reports on record: all of them would be a hundred million. */
const oneIn = 20;
const fortnight = 14;

interface Moment {
  readonly at: string;
  readonly facts: Facts;
}

/** The signed reports of a workstation in the last fortnight, one a day and one for each change; none for most. */
export function signReports(life: Life, { number, seed, now }: { number: number; seed: string; now: Date }) {
  const { workstation } = life;
  const rows: NewRow<'reports'>[] = [];
  if (number % oneIn !== 0) return { rows, last: unrecorded(life) };
  const device = deviceOf(deviceName(seed, number), workstation.machineId);
  let last: LastReport = { seq: 0, hash: '', bootId: life.random.text(12) };
  let known: Facts = {};
  for (const { at, facts } of momentsOf(life, now)) {
    const changed = Object.fromEntries(
      Object.entries(facts).filter(([check, fact]) => known[check as keyof Facts] !== fact),
    );
    const report: Report = {
      ...{ workstation: workstation.id, seq: last.seq + 1, bootId: last.bootId, nonce: life.random.text(16) },
      ...{ prev: last.hash, observedAt: at, sentAt: at, facts: toReadings(changed, at) },
      same: Object.fromEntries(Object.keys(known).flatMap((check) => (check in changed ? [] : [[check, at]]))),
    };
    const jws = signJws(report, jwsTypes.report, device, { kid: workstation.id });
    last = { ...last, seq: report.seq, hash: hash('sha256', jws, 'base64url') };
    rows.push({
      ...{ workstation: workstation.id, seq: report.seq, received_at: at, hash: last.hash, jws },
      egress: workstation.contact.egress ?? null,
    });
    known = facts;
  }
  return { rows, last };
}

function unrecorded({ random }: Life): LastReport {
  return { seq: random.whole(1, 5_000), hash: random.text(32), bootId: random.text(12) };
}

function momentsOf({ steps }: Life, now: Date): Moment[] {
  const began = addSeconds(now, -fortnight * 86_400);
  const moments: Moment[] = [];
  let facts: Facts = {};
  for (const step of steps) {
    if (step.at > began && Object.keys(facts).length > 0) {
      const from = moments.at(-1)?.at ?? began;
      for (let at = from; at < step.at; at = addSeconds(at, 86_400))
        if (at !== moments.at(-1)?.at) moments.push({ at, facts });
    }
    facts = step.facts ?? facts;
    if (step.at > began && !step.isSilent) moments.push({ at: step.at, facts });
  }
  return moments;
}
