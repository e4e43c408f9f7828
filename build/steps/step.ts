import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One program that a check or test run consists of. */
export interface Step {
  /** One or two words, for the line that says how it went. */
  name: string
  /** A program of node_modules/.bin, or an absolute path. */
  program: string
  args: readonly string[]
  variables?: Record<string, string>
}

export interface StepResult {
  ok: boolean
  /** All the program said. */
  output: string
  seconds: number
}

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const binaries = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url))

/** Runs a step and keeps what it says; nothing is printed. */
export function runStep({ program, args, variables }: Step): Promise<StepResult> {
  const begun = performance.now()
  const { FORCE_COLOR: _colour, ...inherited } = process.env
  const environment = { ...inherited, PATH: `${binaries}${delimiter}${inherited['PATH'] ?? ''}`, NO_COLOR: '1', ...variables }
  return new Promise((resolve) => {
    const said: Buffer[] = []
    // Windows finds the programs of node_modules/.bin only by their command files, which need a shell.
    const child = spawn(program, [...args], { cwd: projectFolder, env: environment, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    const end = (ok: boolean, more = ''): void => resolve({ ok, output: Buffer.concat(said).toString('utf8') + more, seconds: (performance.now() - begun) / 1000 })
    child.on('error', (error) => end(false, error.message))
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `ended by ${signal}\n`))
  })
}
