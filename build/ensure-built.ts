import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything a build is made from. */
const sources = ['electron/**/*.*', 'renderer/**/*.*', 'shared/**/*.*', 'build/*.ts', 'vite.config.ts', 'package-lock.json']

/** Written when a build begins, and with the build in place from its end on. */
const mark = join(root, 'dist', '.built')

/**
 * Builds where there is no build yet or a source has changed since the last one began. In a process of its own: what a
 * build comes out as must not depend on who asks for it (libraries look at NODE_ENV).
 */
export function ensureBuilt(): void {
  if (isFresh()) return
  execFileSync(process.execPath, [join(root, 'build', 'build.ts')], { stdio: ['ignore', process.stderr, process.stderr], env: { ...process.env, NODE_ENV: 'production' } })
}

function isFresh(): boolean {
  if (!existsSync(mark)) return false
  const built = statSync(mark).mtimeMs
  return globSync(sources, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs <= built)
}
