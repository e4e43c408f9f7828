import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Printer } from '#core/reports/paper/printer.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { chromiumBrowsers, thisComputer } from './find-browsers.ts'
import type { Computer } from './find-browsers.ts'
import { confined } from './confined-page.ts'

export interface PrintingOptions {
  computer?: Computer
  /** Chromium refuses to run as root with its sandbox, so only then it goes without. */
  isRoot?: boolean
  /** Milliseconds one browser may take. */
  limit?: number
}

/** 5 000 rows take well under one minute on an office computer. */
const patience = 10 * 60_000

/**
 * Prints with the first installed browser of Chromium's family that manages to. Each printing has a private folder,
 * taken away whatever happens, and a browser of its own that reaches no network.
 */
export function browserPrinter({ computer = thisComputer, isRoot = process.getuid?.() === 0, limit = patience }: PrintingOptions = {}): Printer {
  return async (html, { signal }) => {
    const browsers = chromiumBrowsers(computer)
    if (browsers.length === 0) throw new Refusal('report.no-printer')
    for (const browser of browsers) {
      const bytes = await printWith(browser, html, { signal, isRoot, limit })
      if (bytes !== undefined) return bytes
    }
    throw new Refusal('report.print-failed')
  }
}

interface Printing {
  readonly signal: AbortSignal
  readonly isRoot: boolean
  readonly limit: number
}

/** Undefined where this browser would not print. */
async function printWith(browser: string, html: string, { signal, isRoot, limit }: Printing): Promise<Uint8Array | undefined> {
  signal.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), 'integrity-risk-print-'))
  try {
    await chmod(folder, 0o700)
    const page = join(folder, 'page.html')
    const printed = join(folder, 'page.pdf')
    await writeFile(page, confined(html), { mode: 0o600, flag: 'wx' })
    await runToEnd(spawn(browser, printArguments({ page, printed, profile: join(folder, 'profile') }, isRoot), { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true }), { signal, limit })
    return await readFile(printed).catch(() => undefined)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/**
 * Threat: the page, or the browser by itself, reaches the network. No name is resolved and every address is asked of a
 * proxy that is not there; that the page loads and runs nothing by itself is seen to by `confined`.
 */
function printArguments({ page, printed, profile }: { page: string; printed: string; profile: string }, isRoot: boolean): string[] {
  return [
    '--headless',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${printed}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    '--export-tagged-pdf',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(isRoot ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ]
}

/** Waits for the browser and all it started. @throws Refusal `report.print-too-long`, or the reason of the signal */
async function runToEnd(child: ChildProcess, { signal, limit }: Pick<Printing, 'signal' | 'limit'>): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  let late = false
  const tooLong = setTimeout(() => { late = true; killAll(child) }, limit)
  const stop = (): void => killAll(child)
  signal.addEventListener('abort', stop)
  try {
    await ended
  } finally {
    clearTimeout(tooLong)
    signal.removeEventListener('abort', stop)
    killAll(child)
  }
  signal.throwIfAborted()
  if (late) throw new Refusal('report.print-too-long', { minutes: Math.round(limit / 60_000) })
}

/** A browser is several processes. On Windows the others end with the first one; elsewhere they are its group. */
function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Already gone, which is what was wanted.
  }
}
