import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, Programs } from '../../agent/core/programs.ts';
import { Recording, recordChecks, replay } from '../../agent/core/recording.ts';
import { CheckId } from '../../shared/checks/index.ts';
import { Scrubber } from '../../shared/scrub.ts';
import { makeHost, makeLog } from './fixtures.ts';

const names = { accounts: ['ada.obi'], host: 'LAGOS-0042.corp.example' };
const scrub = (text: string) => new Scrubber(names, [text]).scrub(text);

describe('a recording without names', () => {
  it.each([
    ['the account at work', 'session of ada.obi on tty2', 'session of person1 on tty2'],
    ['the name of the PC, long and short', 'LAGOS-0042.corp.example lagos-0042', 'this-pc this-pc'],
    ['other people’s home folders', '/home/grace/.config', '/home/person2/.config'],
    ['Windows home folders', 'C:\\Users\\Grace\\AppData', 'C:\\Users\\person2\\AppData'],
    ['hardware addresses, but not their maker', 'ether 52:54:00:12:34:56', 'ether 52:54:00:00:00:01'],
    ['UUIDs', 'UUID="5f1c64c5-6b3f-4a44-8d0e-0d3f9b1c2a77"', 'UUID="00000000-0000-4000-8000-000000000001"'],
    ['public addresses', 'via 41.203.64.9 dev eth0', 'via 203.0.113.1 dev eth0'],
    ['public IPv6 addresses', 'inet6 2c0f:f5c0:1::5/64', 'inet6 2001:db8::1/64'],
    ['mail addresses', 'IdentityName grace@corp.example', 'IdentityName person2@example.test'],
  ])('has no longer %s', (_what, text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it('keeps a line of accounts a line of accounts, without the full name', () => {
    const line = 'grace-h:x:1001:1001:Grace Hopper,,,:/home/grace-h:/bin/bash';
    expect(scrub(line)).toBe('person2:x:1001:1001::/home/person2:/bin/bash');
    expect(scrub('root:x:0:0:root:/root:/bin/bash')).toBe('root:x:0:0::/root:/bin/bash');
  });

  it.each(['10.8.0.1', '192.168.1.20', '172.16.9.9', '127.0.0.1', '169.254.0.7', '1.1.1.1', '128.0.0.0'])(
    'keeps %s, by which nobody is found',
    (address) => {
      expect(scrub(`from ${address} to here`)).toBe(`from ${address} to here`);
    },
  );

  it('gives every name of a person the same stand-in', () => {
    const people = [['Ada Obi', 'Ada'], ['Grace']];
    const scrubber = new Scrubber({ accounts: [], people, host: 'pc-7' }, []);
    expect(scrubber.scrub('Ada Obi, ADA and Grace')).toBe('person1, person1 and person2');
  });

  it('gives the same thing the same stand-in throughout', () => {
    const scrubber = new Scrubber(names, []);
    const both = [scrubber.scrub('src 41.203.64.9'), scrubber.scrub('41.203.64.9 41.203.64.10')];
    expect(both).toEqual(['src 203.0.113.1', '203.0.113.1 203.0.113.2']);
  });

  it('takes any account name for what it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 20 }), (account) => {
        expect(() =>
          new Scrubber({ accounts: [account], host: account }, []).scrub(`by ${account} here`),
        ).not.toThrow();
      }),
    );
  });
});

describe('a replay', () => {
  it('finds in the recording of this machine what the machine itself says', async () => {
    const host = makeHost();
    const recording = await recordChecks(CheckId.options, { host, wanted: [], names });
    const read = Recording.parse(JSON.parse(JSON.stringify(recording)));
    const programs = new Programs({ read: () => undefined, tryWrite: () => undefined } as never, makeLog());
    const { facts, findings } = replay(read, programs);
    expect(Object.keys(facts).sort()).toEqual([...CheckId.options].sort());
    expect(findings[0]?.findings).toHaveLength(Object.keys(defaultPolicy().checks).length);
    expect(facts.vpn).toHaveProperty('fact');
  });
});
