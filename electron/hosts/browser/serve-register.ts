import { fileURLToPath } from 'node:url'
import { openCore } from '#core/open-core.ts'
import { createRouter } from '#core/router.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { openFaultLog } from '../calls/fault-log.ts'
import { pageCalls } from '../calls/page-calls.ts'
import { version } from '../calls/version.ts'
import { browserPrinter } from '../installed-browsers/print-page.ts'
import { startBrowserHost } from './browser-host.ts'
import type { BrowserHost } from './browser-host.ts'

export interface ServeOptions {
  /** The data folder; the platform's own where it is not given. */
  data?: string
  /** 0: any free one. */
  port: number
  /** Milliseconds the one-time address may wait for its use. */
  tokenLife: number
  /** false: refuse a folder in which no register has been set up. */
  create?: boolean
}

/** The program opens the window itself, at once. */
export const LIFE_WHEN_OPENED = 2 * 60_000
/** A person reads the address in a terminal and may come back to it after the break. */
export const LIFE_WHEN_PRINTED = 12 * 60 * 60_000

/** Where the build puts the page. */
export const builtPage = fileURLToPath(new URL('../../../dist/renderer', import.meta.url))

/**
 * Opens the register in a data folder and serves it to a browser on this computer. `close` of what comes back closes
 * both; the register makes its checked copy then.
 *
 * @throws Refusal `port.taken`, and those of opening the folder
 */
export async function serveRegister({ data, port, tokenLife, create }: ServeOptions): Promise<BrowserHost> {
  const core = await openCore({ ...(data === undefined ? {} : { folder: data }), version, create, printer: browserPrinter() })
  try {
    const context = pageCalls(core, openFaultLog(core.folder.logs, core.env))
    const host = await startBrowserHost({ router: createRouter(), context, pageFolder: builtPage, port, tokenLife })
    const closeHost = host.close
    return Object.assign(host, { close: async () => { await closeHost(); await core.close() } })
  } catch (error) {
    await core.close()
    throw isPortTaken(error) ? new Refusal('port.taken', { port }) : error
  }
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
