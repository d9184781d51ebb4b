import { describe, expect, it } from 'vitest';
import { files, importsOf, textOf } from './tree.ts';

/** Who may import what beside itself: the architecture in one table. A new dependency is a reviewed line here. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  shared: ['zod', 'yaml', 'ipaddr.js'],
  'agent/core': ['shared', 'node:', 'zod', 'axios', 'jose', 'koffi', 'otpauth', 'winston', 'ws'],
  'agent/ipc': ['agent/core', 'shared', 'zod'],
  'agent/preload': ['agent/ipc', 'electron'],
  'agent/service': ['agent/core', 'agent/ipc', 'node:'],
  'agent/main': [
    'agent/core',
    'agent/ipc',
    // The icon says what the window says, by the same judgement in the same words.
    'agent/window/today',
    'agent/window/voice.ts',
    'agent/window/words',
    'shared',
    'electron',
    'electron-updater',
    'node:',
    'zod',
  ],
  'agent/window': [
    'agent/core',
    'agent/ipc',
    'shared',
    'react',
    'react-dom',
    '@mantine/core',
    '@tabler/icons-react',
    'zod',
  ],
  'agent/commands': ['agent/core', 'shared', 'node:', 'commander'],
  'agent/cli.ts': ['agent/commands', 'agent/core', 'node:', 'commander'],
  'console/server': [
    'console/server',
    'shared',
    'node:',
    'zod',
    'fastify',
    '@fastify/cookie',
    '@fastify/helmet',
    '@fastify/rate-limit',
    '@fastify/static',
    '@fastify/swagger',
    '@fastify/swagger-ui',
    '@fastify/websocket',
    '@simplewebauthn/server',
    'argon2',
    'better-sqlite3',
    'csv-parse',
    'ical.js',
    'ipaddr.js',
    'jose',
    'kysely',
    'openid-client',
    'otpauth',
    'pdfkit',
    'pg',
    'prom-client',
    'ws',
  ],
  'console/sample-crm': ['node:', 'ws'],
  'console/try': ['console/commands', 'console/server/start.ts', 'shared', 'node:'],
  'console/commands': ['console/server', 'console/try', 'shared', 'node:', 'commander', 'zod'],
  'console/cli.ts': ['console/commands', 'node:', 'commander'],
  'console/web': [
    'shared',
    'react',
    'react-dom',
    '@codemirror/',
    '@lezer/highlight',
    '@mantine/core',
    '@mantine/hooks',
    '@mantine/notifications',
    '@simplewebauthn/browser',
    '@tabler/icons-react',
    '@tanstack/react-query',
    '@tanstack/react-router',
    '@tanstack/react-virtual',
    'uqr',
    'yaml',
    'zod',
  ],
};

const sources = files(/^(shared|agent|console)\/.*\.tsx?$/).filter((file) => !file.endsWith('vite.config.ts'));
const layerOf = (file: string) => Object.keys(allowed).find((layer) => file === layer || file.startsWith(`${layer}/`));

describe('layers', () => {
  it('every source file lies in a layer', () => {
    expect(sources.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  it.each(Object.keys(allowed))('%s imports only what its layer may', (layer) => {
    const fits = (name: string) =>
      [layer, ...(allowed[layer] ?? [])].some(
        (prefix) => name === prefix || name.startsWith(/[:/]$/.test(prefix) ? prefix : `${prefix}/`),
      );
    const strangers = sources
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !fits(name))
          .map((name) => `${file} imports ${name}`),
      );
    expect(strangers).toEqual([]);
  });
});

describe('one place only', () => {
  const using = (pattern: RegExp, among = sources) => among.filter((file) => pattern.test(textOf(file)));

  it.each<[string, RegExp, string[]]>([
    ['the agent starts programs', /node:child_process/, ['agent/core/host/', 'agent/commands/open.ts', 'console/try/']],
    ['the system is asked for its name', /process\.platform/, ['agent/core/host/os.ts']],
    ['system libraries are called', /['"]koffi['"]/, ['agent/core/host/']],
    ['a database is opened', /new Kysely|better-sqlite3|from 'pg'/, ['console/server/store/engine.ts']],
    ['the web calls fetch', /\bfetch\(/, ['console/web/api.ts', 'console/server/gate/', 'console/commands/']],
  ])('%s', (_what, pattern, places) => {
    expect(using(pattern).filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([]);
  });

  it('no test is skipped, focused or mocks a module', () => {
    expect(
      using(
        /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bvi\.mock\b/,
        files(/^test\/.*\.ts$/).filter((file) => !file.startsWith('test/repo/')),
      ),
    ).toEqual([]);
  });

  it('no lint rule is switched off in a file', () => {
    expect(using(/biome-ignore|eslint-disable|@ts-ignore|@ts-expect-error|\bas any\b/)).toEqual([]);
  });
});
