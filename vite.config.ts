import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { antdStyles } from './build/antd-styles.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The page, the same files for the desktop window and the browser. */
export default defineConfig({
  root: at('renderer'),
  base: '/',
  plugins: [react(), antdStyles()],
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // Everything is a file of its own: a `data:` address would need a hole in the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
})
