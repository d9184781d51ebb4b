import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { note, parseOwn } from '../../../agent/core/checks/agent-health/own.ts';
import { listShipped, openOwn } from '../../../agent/core/host/own.ts';
import { openStateFolder } from '../../../agent/core/host/state-folder.ts';
import { makeFolder, makeHost } from '../fixtures.ts';

/** Two programs and the list of them, as a package would be installed. */
async function install() {
  const folder = makeFolder();
  mkdirSync(join(folder, 'agent/core'), { recursive: true });
  const names = ['agent/cli.ts', 'agent/core/scan.ts'];
  for (const name of names) writeFileSync(join(folder, name), `// ${name}\n`);
  writeFileSync(join(folder, 'shipped.json'), await listShipped(folder, names));
  const own = openOwn({ programs: join(folder, 'agent/core') });
  const files = async () => {
    const transcript = await own.read();
    const { files, changed } = JSON.parse(transcript.outcome === 'ok' ? transcript.text : '{}');
    return { files, changed };
  };
  return { folder, files };
}

describe('the agent’s own files', () => {
  it('are intact as they were shipped, and changed when one is, for as long as it is', async () => {
    const { folder, files } = await install();
    expect(await files()).toEqual({ files: 'intact' });
    writeFileSync(join(folder, 'agent/cli.ts'), '// something else\n');
    expect(await files()).toEqual({ files: 'changed', changed: 1 });
    rmSync(join(folder, 'agent/core/scan.ts'));
    expect(await files()).toEqual({ files: 'changed', changed: 2 });
    writeFileSync(join(folder, 'agent/cli.ts'), '// agent/cli.ts\n');
    writeFileSync(join(folder, 'agent/core/scan.ts'), '// agent/core/scan.ts\n');
    expect(await files()).toEqual({ files: 'intact' });
  });

  it('are changed when the list is of another version', async () => {
    const { folder, files } = await install();
    const list = await listShipped(folder, ['agent/cli.ts']);
    writeFileSync(join(folder, 'shipped.json'), list.replace(/"version": "[^"]+"/, '"version": "0.0.9"'));
    expect(await files()).toEqual({ files: 'changed', changed: 1 });
  });

  it.each([
    ['is empty', ''],
    ['is cut short', '{"version":"0.1.0","files":{"agent/cli'],
    ['names a file elsewhere', '{"version":"0.1.0","files":{"agent/../../etc/passwd":"x"}}'],
    ['has no hashes', '{"version":"0.1.0","files":{"agent/cli.ts":"x"}}'],
  ])('are neither when the list %s', async (_how, list) => {
    const { folder, files } = await install();
    writeFileSync(join(folder, 'shipped.json'), list);
    expect(await files()).toEqual({ files: 'unreadable' });
  });

  it('have no list in a checkout', async () => {
    const transcript = await makeHost().read({ kind: 'own', why: 'a test' });
    expect(parseOwn(transcript)).toMatchObject({ fact: { files: { cannotTell: 'absent' }, update: { state: 'off' } } });
  });
});

describe('what the agent notes of itself', () => {
  it('is kept beside what was noted before, and damage to it is no trouble', async () => {
    const folder = openStateFolder(makeFolder());
    const factNow = async () => {
      const parsed = parseOwn(await openOwn({ state: folder.path }).read(), [{ name: 'notifications', granted: true }]);
      return 'fact' in parsed ? parsed.fact : undefined;
    };
    note(folder, { key: 'key-store' });
    note(folder, { update: { state: 'ready', since: '2026-11-20T08:00:00.000Z' } });
    note(folder, { permissions: [{ name: 'autostart', granted: false }] });
    expect(await factNow()).toMatchObject({
      key: 'key-store',
      update: { state: 'ready', since: '2026-11-20T08:00:00.000Z' },
      permissions: [
        { name: 'notifications', granted: true },
        { name: 'autostart', granted: false },
      ],
    });
    folder.write('own.json', '{"key":"in a drawer"}');
    folder.write('device-key.json', '{}');
    expect(await factNow()).toMatchObject({ key: 'file', update: { state: 'off' } });
  });
});
