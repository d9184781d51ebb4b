import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/provide.ts'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Machines are busy: what is waited for may take a while, and fails no later for it where it comes.
    expect: { poll: { timeout: 5_000 } },
    // A machine that is busy with others may miss a moment once.
    retry: 1,
    // One after the other: programs, tunnels and ports belong to the whole machine, and so the tests would see each other's.
    fileParallelism: false,
    // The identity provider of the sign-in tests warns of its own development settings.
    onConsoleLog: (text) => !text.includes('oidc-provider'),
  },
});
