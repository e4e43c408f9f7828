import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Ended { exitCode: number | null; stdout: string; stderr: string }

/** Runs one of the project's programs in a process of its own until it ends. */
export async function runToEnd(args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => stdout.push(part))
  child.stderr.on('data', (part: Buffer) => stderr.push(part))
  await once(child, 'close')
  return { exitCode: child.exitCode, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }
}
