import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Served by the main process under a scheme of its own, at the root or not.
  base: './',
  build: {
    // The window meets only the Chromium of its Electron.
    target: 'chrome140',
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no inline scripts, and data: only for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // In one chunk with zod, `no-eval.ts` has run before any other chunk makes a schema.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /\/node_modules\/zod\/|\/no-eval\.ts$/ }] } },
    },
  },
});
