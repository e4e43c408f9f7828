import { sentenceFor, translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { systemLanguage } from '../command-line/language.ts'
import { browserArguments, WrongUsage } from './arguments.ts'
import type { BrowserArguments } from './arguments.ts'
import type { BrowserHost } from './browser-host.ts'
import { LIFE_WHEN_OPENED, LIFE_WHEN_PRINTED, serveRegister } from './serve-register.ts'
import { openHostWindow } from './window.ts'

/**
 * Serves the register to a browser on this computer until its window is closed or the program is told to stop. The
 * address is the last line on stdout.
 *
 * @returns the exit code: 0 done, 1 refused with nothing changed, 2 wrong usage
 */
export async function runBrowserHost(args: readonly string[]): Promise<0 | 1 | 2> {
  const locale = systemLanguage(process.env)
  try {
    await serve(browserArguments(args), () => say(translator(locale)('browser.no-window', { ns: 'desktop' })))
    return 0
  } catch (error) {
    if (!(error instanceof WrongUsage) && !(error instanceof Refusal)) throw error
    say(error instanceof WrongUsage ? error.message : sentenceFor(locale, 'errors', error))
    return error instanceof WrongUsage ? 2 : 1
  }
}

const say = (sentence: string): void => { process.stderr.write(`${sentence}\n`) }

async function serve({ open, ...rest }: BrowserArguments, onNoWindow: () => void): Promise<void> {
  const stopped = toldToStop()
  const host = await serveRegister({ ...rest, tokenLife: open ? LIFE_WHEN_OPENED : LIFE_WHEN_PRINTED })
  try {
    process.stdout.write(`${host.url}\n`)
    await (open ? untilWindowCloses({ host, stopped, onNoWindow }) : stopped)
  } finally {
    await host.close()
  }
}

async function untilWindowCloses({ host, stopped, onNoWindow }: { host: BrowserHost; stopped: Promise<void>; onNoWindow: () => void }): Promise<void> {
  const window = await openHostWindow(host)
  if (window.kind === 'none') {
    // Now a person has to open the address by hand.
    host.prolongAddress(LIFE_WHEN_PRINTED)
    onNoWindow()
  }
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
