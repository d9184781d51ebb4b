import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Puts a compressed copy beside every text file, so that the console sends it without compressing anything itself. */
function compressed(): Plugin {
  const ways = {
    br: (text: Buffer) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
  };
  return {
    name: 'compressed',
    apply: 'build',
    // Once everything is on the disk: other plugins change the texts until the very end.
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(?:js|css|svg)$/.test(file))) {
        const text = await readFile(join(dir, name));
        for (const [ending, compress] of Object.entries(ways)) {
          const short = await compress(text);
          if (short.length < text.length) await writeFile(join(dir, `${name}.${ending}`), short);
        }
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    outDir: 'dist',
    emptyOutDir: true,
    // The console's content security policy allows no inline scripts, and data: only for images.
    assetsInlineLimit: 0,
    // The first view is one file on purpose.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // In one chunk with zod, `no-eval.ts` has run before any other chunk makes a schema.
            { name: 'zod', test: /\/node_modules\/zod\/|\/no-eval\.ts$/ },
            // One file for all that the first view needs: a browser fetches six at a time, and each takes its turn.
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:8420' },
  },
});
