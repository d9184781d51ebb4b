import { registerHooks } from 'node:module';

// `node --import <this> agent/dist/main/main.mjs` runs the built main process with the stand-in in place of Electron.
const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
