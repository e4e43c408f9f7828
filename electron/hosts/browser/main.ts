import type { Locale } from '#shared/locales/locale.ts'
import { sentenceFor, translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { browserArguments, WrongUsage } from './arguments.ts'
import type { BrowserArguments } from './arguments.ts'
import type { BrowserHost } from './browser-host.ts'
import { LIFE_WHEN_OPENED, LIFE_WHEN_PRINTED, serveRegister } from './serve-register.ts'
import { openHostWindow } from './window.ts'

/** Serves the register until its window is closed or the program is told to stop. */
async function run({ open, ...rest }: BrowserArguments): Promise<void> {
  const stopped = toldToStop()
  const host = await serveRegister({ ...rest, tokenLife: open ? LIFE_WHEN_OPENED : LIFE_WHEN_PRINTED })
  try {
    process.stdout.write(`${host.url}\n`)
    await (open ? untilWindowCloses(host, stopped) : stopped)
  } finally {
    await host.close()
  }
}

async function untilWindowCloses(host: BrowserHost, stopped: Promise<void>): Promise<void> {
  const window = await openHostWindow(host)
  if (window.kind === 'none') process.stderr.write(`${translator(systemLocale())('browser.no-window', { ns: 'desktop' })}\n`)
  try {
    await Promise.race([stopped, window.closed])
  } finally {
    await window.end()
  }
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

const systemLocale = (): Locale => (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en')

/** What went wrong as a sentence and an exit code like the command line's: 1 refused, nothing changed; 2 wrong usage. */
function report(error: unknown): number {
  if (error instanceof WrongUsage) return say(error.message, 2)
  if (error instanceof Refusal) return say(sentenceFor(systemLocale(), 'errors', error), 1)
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return say(translator(systemLocale())('browser.port-taken', { ns: 'desktop' }), 1)
  throw error
}

function say(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`)
  return exitCode
}

try {
  await run(browserArguments(process.argv.slice(2)))
} catch (error) {
  process.exitCode = report(error)
}
