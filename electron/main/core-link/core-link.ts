import type { MessagePortMain } from 'electron'
import { coreReportSchema } from '#shared/desktop/core-messages.ts'
import type { CoreOrder, CoreReport } from '#shared/desktop/core-messages.ts'
import type { CoreChild, ElectronApi } from '../electron-api.ts'
import type { PrintPage } from '../printing/paper-printer.ts'
import { printOrders } from './print-orders.ts'

/** How the core's start went. */
export type CoreStart = Extract<CoreReport, { kind: 'ready' | 'refused' | 'failed' }> | { kind: 'gone' }

export interface CoreLink {
  readonly started: Promise<CoreStart>
  /** Hands the core the far end of a page's port; also before the core is ready: it then answers when it is. */
  givePort(port: MessagePortMain): void
  /** Lets the core finish, make its copy and end. Safe to call twice. */
  close(): Promise<void>
}

export interface CoreLinkOptions {
  /** The bundled core. */
  program: string
  args: readonly string[]
  variables: Record<string, string | undefined>
  /** Makes a PDF of a page the core hands over. */
  print: PrintPage
  /** Called when the process ends without having been asked to, after its start. */
  onGone: () => void
  /** Milliseconds the core may take to close; a copy of a large register takes some. */
  patience?: number
}

/** Starts the core in a process of its own, so that neither a long query nor a crash touches window and menu. */
export function startCore({ utilityProcess }: Pick<ElectronApi, 'utilityProcess'>, options: CoreLinkOptions): CoreLink {
  const { program, args, variables, print, onGone, patience = 120_000 } = options
  const child = utilityProcess.fork(program, [...args], { serviceName: 'Integrity Risk Control core', stdio: 'inherit', env: harmless(variables) })
  const started = Promise.withResolvers<CoreStart>()
  const ended = Promise.withResolvers<void>()
  const printing = printOrders(print, (message) => order(child, message))
  let closing = false
  let ready = false
  let gone = false
  child.on('message', (message: unknown) => {
    const report = coreReportSchema.safeParse(message)
    if (!report.success || report.data.kind === 'closed') return
    if (report.data.kind === 'print' || report.data.kind === 'stop-printing') return printing.take(report.data)
    ready = report.data.kind === 'ready'
    started.resolve(report.data)
  })
  child.on('exit', () => {
    gone = true
    printing.stopAll()
    started.resolve({ kind: 'gone' })
    ended.resolve()
    if (ready && !closing) onGone()
  })
  return {
    started: started.promise,
    givePort: (port) => order(child, { kind: 'page' }, [port]),
    close: async () => {
      if (!closing && !gone) order(child, { kind: 'close' })
      closing = true
      const tooLong = setTimeout(() => child.kill(), patience)
      await ended.promise
      clearTimeout(tooLong)
    },
  }
}

function order(child: CoreChild, message: CoreOrder, ports: MessagePortMain[] = []): void {
  child.postMessage(message, ports)
}

/** Threat: code smuggled into the core by a variable that Node obeys. */
function harmless(variables: Record<string, string | undefined>): Record<string, string> {
  const kept = Object.entries(variables).filter(([name]) => !/^(NODE_|ELECTRON_)/u.test(name))
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
