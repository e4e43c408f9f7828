import { spawn } from 'node:child_process'
import { EXIT_REFUSED } from '#shared/desktop/exit-codes.ts'

export interface DesktopRun {
  /** Electron's program; undefined where it has not been fetched. */
  binary: string | undefined
  args: readonly string[]
  /** Milliseconds within which a bad end counts as a program that could not start (no screen, a missing library). */
  settle?: number
}

/** Runs Electron to its end; answers its exit code, or that it could not be started. */
export async function runDesktop({ binary, args, settle = 15_000 }: DesktopRun): Promise<number | 'not-started'> {
  if (binary === undefined) return 'not-started'
  const begun = performance.now()
  const code = await exitCodeOf(binary, args)
  if (code === EXIT_REFUSED) return 1
  if (code !== 0 && performance.now() - begun < settle) return 'not-started'
  return code
}

/** -1 where the program could not be run at all or was ended by a signal of the system. */
function exitCodeOf(binary: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(binary, args, { stdio: 'inherit' })
    const pass = (signal: NodeJS.Signals): void => { stopped = true; child.kill(signal) }
    let stopped = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, pass)
    child.once('error', () => resolve(-1))
    child.once('exit', (code) => resolve(stopped ? 0 : code ?? -1))
  })
}
