import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { buildNodeEntry, nodeEntries } from './build-node.ts'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Where the built program lies. */
const dist = at('dist')

/**
 * Builds page, main process, preload script and core into `dist/`. The new build takes the place of the old one in one
 * step at the end, so that nobody ever sees half of one, also where two are made at the same time.
 */
async function buildAll(): Promise<void> {
  const staging = at(`node_modules/.cache/build-${process.pid}`)
  try {
    await buildInto(staging)
    await replace(dist, staging)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function buildInto(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '.built'), '')
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn', build: { outDir: join(folder, 'renderer'), emptyOutDir: true } })
  for (const entry of nodeEntries) await buildNodeEntry(entry, folder)
  await placeCoreFiles(join(folder, 'core'))
}

/**
 * What the bundled core opens as files: `./files` beside the module that names it, in the sources as in the bundle. In
 * a package the core lies outside the archive, away from package.json, so it says itself that it is made of modules.
 */
async function placeCoreFiles(core: string): Promise<void> {
  await cp(at('electron/core/example/files'), join(core, 'files'), { recursive: true })
  await writeFile(join(core, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`)
}

async function replace(old: string, fresh: string): Promise<void> {
  const aside = `${fresh}-old`
  await rename(old, aside).catch((error: unknown) => { if (!isMissing(error)) throw error })
  await rename(fresh, old)
  await rm(aside, { recursive: true, force: true })
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

process.env['NODE_ENV'] = 'production'
await buildAll()
