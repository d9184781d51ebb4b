import { defineConfig } from 'vite';

// The window is sandboxed, and so its preload must be one CommonJS file that knows no module but Electron.
export default defineConfig({
  build: {
    target: 'chrome140',
    outDir: '../dist/preload',
    emptyOutDir: true,
    minify: false,
    lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
