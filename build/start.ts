import { fileURLToPath } from 'node:url'
import { systemLanguage } from '#hosts/command-line/language.ts'
import { runBrowserHost } from '#hosts/browser/run.ts'
import { browserArguments, WrongUsage } from '#hosts/browser/arguments.ts'
import { translator } from '#shared/locales/translator.ts'
import { electronBinary } from './electron-binary.ts'
import { ensureBuilt } from './ensure-built.ts'
import { runDesktop } from './run-desktop.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The desktop program where Electron's own program is there and starts, else the same build in a browser window. */
async function start(args: readonly string[]): Promise<number> {
  const { data } = browserArguments(args)
  ensureBuilt()
  const browserOnPurpose = args.some((arg) => /^--(browser|port|no-open)(=|$)/u.test(arg))
  if (browserOnPurpose) return await runBrowserHost(args)
  const exitCode = await runDesktop({ binary: electronBinary(), args: [root, ...(data === undefined ? [] : ['--data', data])] })
  if (exitCode !== 'not-started') return exitCode
  process.stderr.write(`${translator(systemLanguage(process.env))('browser.no-electron', { ns: 'desktop' })}\n`)
  return await runBrowserHost(args)
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
