import { cp, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { buildNodeEntry, nodeEntries } from './build-node.ts'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Written last: a build that was interrupted does not count as one. */
export const BUILT = at('dist/.built')

/** Builds page, main process, preload script and core into `dist/`. */
export async function buildAll(): Promise<void> {
  const begun = new Date()
  await rm(at('dist'), { recursive: true, force: true })
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn' })
  for (const entry of nodeEntries) await buildNodeEntry(entry)
  await placeCoreFiles()
  await writeFile(BUILT, begun.toISOString())
}

/**
 * What the bundled core opens as files: `./files` beside the module that names it, in the sources as in the bundle. In a package
 * the core lies outside the archive, away from package.json, so it says itself that it is made of modules.
 */
async function placeCoreFiles(): Promise<void> {
  await cp(at('electron/core/example/files'), at('dist/core/files'), { recursive: true })
  await writeFile(at('dist/core/package.json'), `${JSON.stringify({ type: 'module' })}\n`)
}

if (import.meta.main) await buildAll()
