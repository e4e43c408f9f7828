import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildAll, BUILT } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything a build is made from. */
const sources = ['electron/**/*.*', 'renderer/**/*.*', 'shared/**/*.*', 'build/*.ts', 'vite.config.ts', 'package-lock.json']

/** Builds where there is no build yet or a source has changed since the last one. */
export async function ensureBuilt(): Promise<void> {
  if (!isFresh()) await buildAll()
}

function isFresh(): boolean {
  if (!existsSync(BUILT)) return false
  const built = statSync(BUILT).mtimeMs
  return globSync(sources, { cwd: root }).every((file) => statSync(`${root}/${file}`).mtimeMs <= built)
}
