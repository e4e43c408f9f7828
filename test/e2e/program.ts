import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Program {
  /** The one-time address. */
  readonly url: string
  readonly origin: string
  readonly process: ChildProcess
  /** Ends it as Ctrl+C does and waits until it has closed the register. */
  stop: () => Promise<number | null>
}

/** Starts the program for a browser on a data folder, as `npm start -- --browser --no-open` does. */
export async function startProgram(data: string, execArgv: readonly string[] = []): Promise<Program> {
  const child = spawn(process.execPath, [...execArgv, 'electron/hosts/browser/main.ts', '--data', data, '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part.toString('utf8')))
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    once(child, 'exit').then(() => { throw new Error(`the program ended instead of serving: ${said.join('')}`) }),
  ])
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null) return child.exitCode
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    return child.exitCode
  }
  return { url: line, origin: new URL(line).origin, process: child, stop }
}
