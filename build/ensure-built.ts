import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
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
  const release = takeTurn()
  try {
    if (!isFresh()) execFileSync(process.execPath, [join(root, 'build', 'build.ts')], { stdio: ['ignore', process.stderr, process.stderr], env: { ...process.env, NODE_ENV: 'production' } })
  } finally {
    release()
  }
}

/** One build at a time: whoever comes meanwhile waits for it instead of making a second one. */
function takeTurn(): () => void {
  const turn = join(root, 'node_modules', '.cache', 'build-turn')
  mkdirSync(join(turn, '..'), { recursive: true })
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    try {
      mkdirSync(turn)
      return () => rmdirSync(turn)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  // Left behind by a build that was ended by force: it is nobody's turn.
  return () => rmdirSync(turn)
}

function isFresh(): boolean {
  if (!existsSync(mark)) return false
  const built = statSync(mark).mtimeMs
  return globSync(sources, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs <= built)
}
