import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { WindowCommand } from './window-commands.ts'

export interface OpenedWindow {
  kind: WindowCommand['kind']
  /** Settles when the started program has ended; for the default browser that says nothing about its window. */
  ended: Promise<void>
  /** Closes an app window that is still open and waits for its program; leaves the user's own browser alone. */
  close(): Promise<void>
}

export interface OpeningOptions {
  /** Whether the page has come to life; until then an ended program counts as a window that did not open. */
  isPageOpen: () => boolean
  /** Milliseconds a started program may take to fail before it counts as started. */
  settle?: number
}

/** Tries one way after the other; undefined where none of them works. */
export async function openWindow(commands: readonly WindowCommand[], options: OpeningOptions): Promise<OpenedWindow | undefined> {
  for (const command of commands) {
    const opened = await tryCommand(command, options)
    if (opened) return opened
  }
  return undefined
}

async function tryCommand({ kind, file, args }: WindowCommand, { isPageOpen, settle = 3000 }: OpeningOptions): Promise<OpenedWindow | undefined> {
  const child = spawn(file, args, { stdio: 'ignore', shell: false })
  const ended = endOf(child)
  const first = await Promise.race([ended, pause(settle)])
  const failed = first !== 'settled' && first !== 0
  if (failed && !isPageOpen()) return undefined
  const close = async (): Promise<void> => {
    if (kind === 'default-browser') return child.unref()
    if (child.exitCode === null) child.kill()
    await ended
  }
  return { kind, ended: ended.then(() => undefined), close }
}

/** The exit code, or -1 where the program could not be started. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(-1))
    child.once('exit', (code) => resolve(code))
  })
}

function pause(milliseconds: number): Promise<'settled'> {
  return new Promise((resolve) => { setTimeout(() => resolve('settled'), milliseconds).unref() })
}
