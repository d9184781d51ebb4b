import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Host } from '../../../agent/core/host/host.ts';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import { atMostEvery } from '../../../agent/core/watch/at-most.ts';
import type { WatchEvent } from '../../../agent/core/watch/event.ts';
import { watches } from '../../../agent/core/watch/index.ts';
import { macosFolders, watchMacosFolders } from '../../../agent/core/watch/watch-macos-folders.ts';
import { networkMonitorMacos, watchNetwork } from '../../../agent/core/watch/watch-network.ts';
import { psProbe, watchPs } from '../../../agent/core/watch/watch-ps.ts';
import { makeFolder, makeHost, startNamed, until } from '../fixtures.ts';

const message = (line: string) =>
  `got message of size 124 on Sun Nov 22 08:00:00 2026\n${line}\nlocks:  inits: \nsockaddrs: <DST,GATEWAY>\n 192.168.1.33 link#14 \n\n`;
const added = (flags: string) =>
  message(`RTM_ADD: Add Route: len 124, pid: 0, seq 0, errno 0, flags:<UP,HOST,DONE,${flags}>`);

function monitor() {
  let say: (text: string) => void = () => undefined;
  let changes = 0;
  const host: Pick<Host, 'follow'> = {
    follow(command, onOutput) {
      expect(command.paths).toEqual(['/sbin/route']);
      say = onOutput;
      return { close: () => undefined };
    },
  };
  const watch = watchNetwork(host as Host, () => (changes += 1), networkMonitorMacos);
  onTestFinished(() => watch.close());
  return { say: (text: string) => say(text), changes: () => changes };
}

describe('watching the network of a Mac', () => {
  it.each<[string, string, number]>([
    [
      'an address was added',
      message('RTM_NEWADDR: address being added to iface: len 96, metric 0, flags:<UP,CLONING>'),
      1,
    ],
    ['a link went down', message('RTM_IFINFO: iface status change: len 112, if# 14, flags:<UP,BROADCAST>'), 1],
    [
      'a route was added',
      message('RTM_ADD: Add Route: len 140, pid: 411, seq 1, errno 0, flags:<UP,GATEWAY,STATIC>'),
      1,
    ],
    ['a route was removed', message('RTM_DELETE: Delete Route: len 140, pid: 411, seq 2, errno 0, flags:<GATEWAY>'), 1],
    ['a neighbour was learnt', added('LLINFO,WASCLONED,IFSCOPE'), 0],
    ['a route was copied for one connection', added('WASCLONED,IFSCOPE,GLOBAL'), 0],
    ['somebody asked for a route', message('RTM_GET: Report Metrics: len 120, pid: 55, seq 1, errno 0, flags:<UP>'), 0],
  ])('counts that %s as %s', (_what, text, expected) => {
    const { say, changes } = monitor();
    say(text);
    expect(changes()).toBe(expected);
  });

  it('understands a message that comes in pieces', () => {
    const { say, changes } = monitor();
    for (const piece of ['got message\nRTM_NEW', 'ADDR', ': address being added', ' to iface\n']) say(piece);
    expect(changes()).toBe(1);
  });

  it('tells at once, then once more after a storm, and not again', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let calls = 0;
    const { tell, close } = atMostEvery(2_000, () => (calls += 1));
    for (let n = 0; n < 50; n += 1) tell();
    expect(calls).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(calls).toBe(2);
    vi.advanceTimersByTime(60_000);
    expect(calls).toBe(2);
    tell();
    tell();
    close();
    vi.advanceTimersByTime(60_000);
    expect(calls).toBe(3);
  });
});

describe('watching programs by ps', () => {
  it('sees a real one start and end, and no other', async () => {
    let changes = 0;
    const watch = watchPs({
      host: makeHost(),
      matters: ({ exe }) => exe === 'sg-ps-watched',
      onChange: () => (changes += 1),
      every: 50,
    });
    onTestFinished(() => watch.close());
    // The first look only learns what is there.
    await new Promise((resolve) => setTimeout(resolve, 300));
    startNamed('sg-ps-other');
    const child = startNamed('sg-ps-watched');
    await until(() => changes === 1);
    child.kill('SIGKILL');
    await until(() => changes === 2);
    expect(changes).toBe(2);
  });

  it('takes a list that cannot be read for no news', async () => {
    const one: Transcript = { outcome: 'ok', text: '1 /sbin/launchd\n7 /opt/anydesk\n' };
    const answers: Transcript[] = [one, { outcome: 'timeout' }, { outcome: 'ok', text: '' }, one];
    let changes = 0;
    let looks = 0;
    const read = async () => {
      looks += 1;
      return answers[looks - 1] ?? one;
    };
    const watch = watchPs({ host: { read }, matters: () => true, onChange: () => (changes += 1), every: 5 });
    onTestFinished(() => watch.close());
    await until(() => looks > 6);
    expect(changes).toBe(0);
  });
});

describe('watching folders of a Mac', () => {
  it('names the facts of the folder once it has come to rest', async () => {
    const folder = makeFolder();
    const real = makeHost();
    const places = new Map(
      [...new Set(macosFolders.map(({ path }) => path))].map((path, n) => [path, join(folder, `${n}`)]),
    );
    for (const place of places.values()) mkdirSync(place);
    const events: WatchEvent[] = [];
    const watch = watchMacosFolders(
      { watchFolder: (path, onChange) => real.watchFolder(places.get(path) ?? '/nowhere', onChange) },
      (event) => events.push(event),
    );
    onTestFinished(() => watch.close());
    for (const text of ['a', 'b'])
      writeFileSync(join(places.get('/Library/Preferences') ?? '', 'com.apple.loginwindow.plist'), text);
    writeFileSync(join(places.get('/Library/Preferences') ?? '', 'com.apple.dock.plist'), '');
    mkdirSync(join(places.get('/Applications') ?? '', 'AnyDesk.app'));
    await until(() => events.length === 2);
    expect(events.map(({ because, checks }) => [because, checks[0]]).sort()).toEqual([
      ['packages', 'software'],
      ['settings', 'firewall'],
    ]);
  });
});

it('a Mac is watched as a whole, and let go again', async () => {
  const events: WatchEvent[] = [];
  let output: (text: string) => void = () => undefined;
  let closed = 0;
  const one = {
    close: () => {
      closed += 1;
    },
  };
  const host = {
    os: 'macos',
    read: async (probe: unknown) =>
      probe === psProbe ? { outcome: 'ok', text: '1 /sbin/launchd\n' } : { outcome: 'absent' },
    follow: (_command: unknown, onOutput: (text: string) => void) => {
      output = onOutput;
      return one;
    },
    watchFolder: () => one,
  } as unknown as Host;
  const watchMacos = watches.macos;
  if (watchMacos === 'unsupported') throw new Error('macOS has a watch');
  const watch = watchMacos({ host, wanted: () => ['anydesk'], onEvent: (event) => events.push(event) });
  output(added('GATEWAY,STATIC'));
  expect(events).toEqual([{ because: 'network', checks: ['vpn', 'wifi-security'] }]);
  watch.close();
  expect(closed).toBe(macosFolders.length + 1);
});
