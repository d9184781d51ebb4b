import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    outDir: 'dist',
    emptyOutDir: true,
    // The console's content security policy allows no inline scripts, and data: only for images.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // In one chunk with zod, `no-eval.ts` has run before any other chunk makes a schema.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /\/node_modules\/zod\/|\/no-eval\.ts$/ }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:8420' },
  },
});
