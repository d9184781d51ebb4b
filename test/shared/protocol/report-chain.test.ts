import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jwsTypes } from '../../../shared/protocol/report.ts';
import {
  type Fault,
  type Link,
  openReport,
  stateOf,
  type VerdictState,
  verifyReports,
} from '../../../shared/protocol/report-chain.ts';
import type { RecordedReport } from '../../../shared/protocol/views.ts';
import { DoubleWorkstation, goodFacts, makeDevice, signJws } from '../../console/workstation-double.ts';

const id = 'ws_0123456789abcdef';
const receivedAt = '2026-11-24T08:00:00.000Z';
const hashOf = (jws: string) => createHash('sha256').update(jws).digest('base64url');
const kept = (seq: number, jws: string): RecordedReport => ({ seq, receivedAt, hash: hashOf(jws), jws });

/** Five reports of one PC as the console keeps them, oldest first. */
function fiveReports() {
  const pc = new DoubleWorkstation(makeDevice(), id);
  pc.nonce = 'n'.repeat(22);
  return { pc, reports: [1, 2, 3, 4, 5].map((seq) => kept(seq, pc.report(goodFacts()))) };
}

/** Puts something else into the payload and keeps the signature. */
function withPayload(jws: string, change: object): string {
  const [header, body = '', signature] = jws.split('.');
  const payload = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...change };
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}

type Five = ReturnType<typeof fiveReports>;
interface Expected {
  seq: number;
  state: VerdictState;
  faults?: Fault[];
  link?: Link;
}

async function verdictsOf({ pc, reports }: Five) {
  const signer = { workstation: id, publicKey: pc.device.publicKey };
  return verifyReports(reports.toReversed(), signer, webcrypto.subtle);
}

const situations: Record<string, { of: (five: Five) => RecordedReport[]; odd: Expected[] }> = {
  'the whole chain from the first report on': {
    of: ({ reports }) => reports,
    odd: [{ seq: 1, state: 'proved', link: { kind: 'first' } }],
  },
  'reports of which the first ones are no longer kept': {
    of: ({ reports }) => reports.slice(2),
    odd: [{ seq: 3, state: 'earliest', link: { kind: 'not-here' } }],
  },
  'a payload that was changed where it is kept': {
    of: ({ reports: [one, two, three, ...rest] }) => [
      one!,
      two!,
      kept(3, withPayload(three!.jws, { facts: {} })),
      ...rest,
    ],
    odd: [
      { seq: 4, state: 'gap', link: { kind: 'other-forerunner' } },
      { seq: 3, state: 'broken', faults: ['signature'] },
    ],
  },
  'a signature by another key': {
    of: ({ pc, reports }) => {
      const payload = openReport(reports[4]!.jws).payload;
      return [...reports.slice(0, 4), kept(5, signJws(payload, jwsTypes.report, { ...pc.device, ...makeDevice() }))];
    },
    odd: [{ seq: 5, state: 'broken', faults: ['signature'] }],
  },
  'a report that another workstation signed for itself': {
    of: ({ pc, reports }) => [...reports, kept(6, pc.report(goodFacts(), { workstation: 'ws_fedcba9876543210' }))],
    odd: [{ seq: 6, state: 'broken', faults: ['workstation'] }],
  },
  'a report whose header names another workstation': {
    of: ({ pc, reports }) => {
      const { payload } = openReport(pc.report(goodFacts()));
      return [...reports, kept(6, signJws(payload, jwsTypes.report, pc.device, { kid: 'ws_fedcba9876543210' }))];
    },
    odd: [{ seq: 6, state: 'broken', faults: ['workstation'] }],
  },
  'two reports that are missing': {
    of: ({ reports: [one, , , four, five] }) => [one!, four!, five!],
    odd: [{ seq: 4, state: 'gap', link: { kind: 'missing', count: 2 } }],
  },
  'a report that names a forerunner which was never kept': {
    of: ({ pc, reports }) => [...reports, kept(6, pc.report(goodFacts(), { prev: hashOf('another') }))],
    odd: [{ seq: 6, state: 'gap', link: { kind: 'other-forerunner' } }],
  },
  'two reports in each other’s place': {
    of: ({ reports: [one, two, three, four, five] }) => [one!, two!, four!, three!, five!],
    odd: [
      { seq: 5, state: 'gap', link: { kind: 'missing', count: 1 } },
      { seq: 3, state: 'broken', faults: ['order'], link: { kind: 'other-forerunner' } },
      { seq: 4, state: 'gap', link: { kind: 'missing', count: 1 } },
    ],
  },
  'a report kept under another number': {
    of: ({ reports: [one, two, three, four] }) => [one!, two!, three!, { ...four!, seq: 5 }],
    odd: [{ seq: 5, state: 'broken', faults: ['number'] }],
  },
  'a report kept under another hash': {
    of: ({ reports: [one, two, ...rest] }) => [one!, { ...two!, hash: hashOf('another') }, ...rest],
    odd: [{ seq: 2, state: 'broken', faults: ['hash'] }],
  },
  'a report of a later version, with a check that nobody here knows': {
    of: ({ pc, reports }) => [...reports, kept(6, pc.report({}, { facts: { 'moon-phase': { readAt: 'full' } } }))],
    odd: [],
  },
  'something genuine that is no report': {
    of: ({ pc, reports }) => [...reports, kept(6, signJws({ phase: 'full' }, 'moon+jwt', pc.device))],
    odd: [{ seq: 6, state: 'unreadable', faults: ['form'], link: { kind: 'unknown' } }],
  },
  'something that was never signed': {
    of: ({ reports }) => [...reports, kept(6, 'not § signed')],
    odd: [{ seq: 6, state: 'broken', faults: ['signature', 'hash', 'form'], link: { kind: 'unknown' } }],
  },
  'no algorithm and no signature': {
    of: ({ pc, reports }) => {
      const { payload } = openReport(pc.report(goodFacts()));
      const unsigned = signJws(payload, jwsTypes.report, pc.device, { alg: 'none' }).replace(/[^.]+$/, '');
      return [...reports, kept(6, unsigned)];
    },
    odd: [{ seq: 6, state: 'broken', faults: ['signature', 'form'] }],
  },
};

describe('the chain of reports', () => {
  it.each(Object.keys(situations))('shows %s', async (name) => {
    const { of, odd } = situations[name]!;
    const five = fiveReports();
    const reports = of(five);
    const verdicts = await verdictsOf({ ...five, reports });
    const expected = reports.toReversed().map(({ seq }) => {
      const one = odd.find((some) => some.seq === seq);
      return {
        seq,
        state: 'proved',
        faults: [],
        link: { kind: 'follows' },
        ...(seq === 1 && { link: { kind: 'first' } }),
        ...one,
      };
    });
    expect(verdicts.map((verdict) => ({ ...verdict, state: stateOf(verdict) }))).toEqual(expected);
  });

  it('of nobody is no chain', async () => {
    expect(await verdictsOf({ ...fiveReports(), reports: [] })).toEqual([]);
  });
});

describe('an opened report', () => {
  it('says what was signed, in every script', () => {
    const payload = { workstation: id, seq: 7, prev: '', facts: { vpn: {} }, note: 'Zürich 東京 🎧' };
    const jws = signJws(payload, jwsTypes.report, makeDevice());
    expect(openReport(jws)).toMatchObject({
      header: { alg: 'ES256', typ: jwsTypes.report },
      payload,
      signature: jws.split('.')[2],
      claims: { seq: 7, facts: { vpn: {} }, same: {} },
    });
  });

  it.each(['', '..', 'a.b.c', 'e30.gA.c'])('of "%s" has nothing to say', (jws) => {
    expect(openReport(jws)).toMatchObject({ payload: undefined, claims: undefined });
  });
});
