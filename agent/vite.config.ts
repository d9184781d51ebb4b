import { defineConfig } from 'vite';

// The main process and the agent beside it, with all they need: nothing else goes into the package but native parts.
export default defineConfig({
  ssr: { noExternal: true, external: ['electron', 'koffi'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'main/main.ts', service: 'service/service.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
