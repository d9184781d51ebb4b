import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Down, Exchange, ExchangeReply, Up } from '../../shared/protocol/link.ts';
import { Challenge, Enrolment, Proof, Report, SignedRequest } from '../../shared/protocol/report.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  up: Up,
  down: Down,
  exchange: Exchange,
  'exchange-reply': ExchangeReply,
  report: Report,
  proof: Proof,
  challenge: Challenge,
  enrolment: Enrolment,
  'signed-request': SignedRequest,
};

const versions = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const frozen = versions.flatMap(({ name: version }) =>
  readdirSync(new URL(`${version}/`, import.meta.url)).map((file) => ({ version, kind: file.replace('.json', '') })),
);

// These files are messages as released versions send them. They are added to, never changed.
describe('messages of every released version', () => {
  it.each(frozen)('version $version: $kind is still understood', ({ version, kind }) => {
    const schema = schemas[kind];
    const messages: unknown[] = JSON.parse(readFileSync(new URL(`${version}/${kind}.json`, import.meta.url), 'utf8'));
    expect(schema, `${kind}.json is a message that no schema reads`).toBeDefined();
    for (const message of messages) expect(schema?.safeParse(message).error).toBeUndefined();
  });

  it('an unknown key is dropped, not refused', () => {
    expect(Up.parse({ type: 'heartbeat', newerField: 1 })).toEqual({ type: 'heartbeat' });
  });
});
