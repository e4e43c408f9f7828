import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Packages that stay packages: Electron itself, and those that hold native code or a font which is opened as a file. */
const runtimePackages = [/^electron(\/|$)/u, 'better-sqlite3', '@resvg/resvg-js', /^@expo-google-fonts\//u]

export interface NodeEntry {
  from: string
  /** Below the folder that is built into. */
  folder: string
  file: string
  /** A sandboxed preload script can only be one CommonJS file. */
  format: 'es' | 'cjs'
}

/** Threads of the core, which starts them from files beside itself: every `…-worker.ts`, so that none is forgotten. */
const workers = globSync('electron/core/**/*-worker.ts', { cwd: at('.') })
  .map((from): NodeEntry => ({ from, folder: 'core', file: basename(from).replace(/\.ts$/u, '.js'), format: 'es' }))

/** Where the node side's programs go. */
export const nodeEntries: readonly NodeEntry[] = [
  { from: 'electron/main/main.ts', folder: 'main', file: 'main.js', format: 'es' },
  { from: 'electron/preload/preload.ts', folder: 'preload', file: 'preload.cjs', format: 'cjs' },
  { from: 'electron/hosts/desktop/core-process.ts', folder: 'core', file: 'core-process.js', format: 'es' },
  ...workers,
]

/** Bundles one program of the node side into one file, without source maps and without anything fetched. */
export async function buildNodeEntry({ from, folder, file, format }: NodeEntry, into: string): Promise<void> {
  await build({
    configFile: false,
    root: at('.'),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@resvg/resvg-js'] },
    build: {
      ssr: at(from),
      outDir: join(into, folder),
      emptyOutDir: false,
      target: 'node24',
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        external: runtimePackages,
        output: { format, entryFileNames: file, codeSplitting: false, comments: false },
      },
    },
  })
}
