import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readers } from '../../../agent/core/checks/index.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { Recording } from '../../../agent/core/recording.ts';
import { CheckId, type FactOf } from '../../../shared/checks/index.ts';
import { startConsole, until } from '../fixtures.ts';
import { startWine, type Wine, whyNoWine } from './wine.ts';

const why = whyNoWine();

/** Everything here runs as a Windows process, by Windows' own interfaces as Wine has them. */
describe.skipIf(why !== undefined)(
  `the Windows agent under Wine${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    let wine: Wine;
    const minutes = 60_000;

    beforeAll(() => {
      wine = startWine();
      const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
      const set = (key: string, name: string, type: string, value: string) =>
        wine.run(['reg', 'add', key, '/v', name, '/t', type, '/d', value, '/f']);
      set(version, 'CurrentBuildNumber', 'REG_SZ', '26100');
      set(version, 'UBR', 'REG_DWORD', '8655');
      set(version, 'DisplayVersion', 'REG_SZ', '24H2');
      set(version, 'ProductName', 'REG_SZ', 'Windows 10 Pro');
      set(version, 'EditionID', 'REG_SZ', 'Professional');
      set(
        'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Büro',
        'DisplayName',
        'REG_SZ',
        'RustDesk 1.3',
      );
      set(
        'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
        'x',
        'REG_DWORD',
        '1',
      );
    }, 3 * minutes);
    afterAll(() => wine?.close(), minutes);

    function record<Id extends CheckId>(id: Id): { fact: FactOf<Id>; transcripts: Record<string, Transcript> } {
      const { output, errors } = wine.node(['agent/cli.ts', 'record', id]);
      expect(errors).not.toContain('Error');
      const { expected, transcripts } = Recording.parse(JSON.parse(output)).checks[id] ?? {};
      const { fact } = expected as { fact?: FactOf<Id> };
      if (fact === undefined) throw new Error(`${id}: ${JSON.stringify(expected)}`);
      return { fact, transcripts: transcripts as Record<string, Transcript> };
    }

    it(
      'reads the version from the registry, and since when an update waits for a restart',
      () => {
        const { fact } = record('os-patch');
        expect(fact).toMatchObject({
          product: 'windows',
          name: 'Windows 11 Pro 24H2',
          version: '11-24h2-w',
          build: '26100.8655',
          reboot: { pending: true },
        });
        const since = 'since' in fact.reboot ? Date.parse(fact.reboot.since ?? '') : Number.NaN;
        expect(Math.abs(since - Date.now())).toBeLessThan(10 * minutes);
      },
      2 * minutes,
    );

    it(
      'reads the same from the registry as from what reg query prints',
      () => {
        const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
        const reader = readers['os-patch'].windows;
        if (reader === 'unsupported') throw new Error('there is a reader');
        const absent: Transcript = { outcome: 'absent' };
        const parse = (version: Transcript) =>
          reader.parse(
            { version, reboot: absent, settings: absent, updates: absent },
            { now: new Date(), memory: {}, wanted: [] },
          );
        const printed: Transcript = { outcome: 'ok', text: wine.run(['reg', 'query', key]) };
        const { transcripts } = record('os-patch');
        expect(parse(printed)).toEqual(parse(transcripts['version'] ?? absent));
        expect(parse(printed)).toHaveProperty('fact.build', '26100.8655');
      },
      2 * minutes,
    );

    it(
      'lists this machine’s own network adapters, with their addresses',
      () => {
        const { transcripts, fact } = record('vpn');
        const text = transcripts['adapters']?.outcome === 'ok' ? transcripts['adapters'].text : '';
        const { adapters } = JSON.parse(text) as { adapters: { name: string; addresses: string[] }[] };
        for (const [name, addresses = []] of Object.entries(networkInterfaces())) {
          // A recording has stand-ins in the place of public addresses.
          const own = addresses.filter(({ family }) => family === 'IPv4').length;
          const listed = adapters.find((adapter) => adapter.name === name)?.addresses ?? [];
          expect(listed.filter((address) => isIPv4(address))).toHaveLength(own);
        }
        expect(fact.tunnels.filter(({ interface: name }) => name === 'lo')).toEqual([]);
      },
      2 * minutes,
    );

    it(
      'has no Wi-Fi here, and knows that from the Wi-Fi service itself',
      () => {
        const { transcripts, fact } = record('wifi-security');
        expect(transcripts['wlan']).toEqual({ outcome: 'ok', text: '{"interfaces":[]}' });
        expect(fact.links.filter(({ kind }) => kind === 'wifi')).toEqual([]);
      },
      2 * minutes,
    );

    it(
      'finds an installed program under a key that is not in English',
      () => {
        const { fact } = record('software');
        expect(fact.found).toEqual([{ id: 'rustdesk', running: false, by: 'package' }]);
      },
      2 * minutes,
    );

    it(
      'notices a program that starts and ends, and a setting that changes',
      () => {
        const { output, errors } = wine.node(['test/agent/windows/watch-for-a-while.ts']);
        expect(errors).not.toContain('Error');
        const programs = { because: 'programs', checks: ['software', 'vpn'] };
        expect(JSON.parse(output)).toMatchObject({
          started: expect.arrayContaining([programs]),
          // A renamed copy of Node for Windows, which keeps the name that its makers wrote into it.
          found: { exe: 'AnyDesk.exe', title: 'node.exe' },
          ended: expect.arrayContaining([programs]),
          changed: expect.arrayContaining([{ because: 'settings', checks: ['screen-lock'] }]),
        });
      },
      2 * minutes,
    );

    it(
      'enrols with a console and reports to it what it reads',
      async () => {
        const double = await startConsole();
        const link = `shiftgate://enrol?console=${encodeURIComponent(double.url)}&code=AAAA-BBBB-CCCC`;
        expect(await wine.start(['agent/cli.ts', 'enrol', link]).ended).toBe(0);
        expect(double.enrolments).toMatchObject([{ os: 'windows' }]);
        const agent = wine.start(['agent/cli.ts', 'run']);
        onTestFinished(agent.stop);
        const [report] = await until(
          () => double.reports,
          (reports) => reports.length > 0,
          minutes,
        );
        expect(report?.facts['os-patch']).toMatchObject({ fact: { product: 'windows', build: '26100.8655' } });
        expect(report?.facts.vpn).toHaveProperty('fact');
      },
      3 * minutes,
    );

    it(
      'scans everything that has a reader, and says of each why where it cannot tell',
      () => {
        const { output, errors } = wine.node(['agent/cli.ts', 'check', '--json']);
        expect(errors).not.toContain('Error');
        const { facts } = JSON.parse(output) as { facts: Record<string, { cannotTell?: string }> };
        const read = CheckId.options.filter((id) => readers[id].windows !== 'unsupported');
        expect(read.filter((id) => facts[id] === undefined || facts[id].cannotTell === 'unsupported')).toEqual([]);
        expect(read.filter((id) => facts[id]?.cannotTell === 'unparsable')).toEqual([]);
      },
      2 * minutes,
    );
  },
);
