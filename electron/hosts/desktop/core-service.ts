import type { AnyRouter } from '@orpc/server'
import type { Core } from '#core/core.ts'
import { systemEnvironment } from '#core/environment.ts'
import { coreOrderSchema } from '#shared/desktop/core-messages.ts'
import type { CoreReport } from '#shared/desktop/core-messages.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { keepDailyRun } from '#core/warnings/run/daily-run.ts'
import { openFaultLog } from '../calls/fault-log.ts'
import { pageCalls } from '../calls/page-calls.ts'
import { CallPorts } from './call-ports.ts'
import type { ParentPort } from './parent-port.ts'
import { portServer } from './serve-port.ts'

export interface CoreServiceOptions {
  parent: ParentPort
  open: () => Promise<Core>
  router: () => AnyRouter
  /** Where a fault goes while there is no open data folder to keep it in. */
  faultFolder: string
  exit: (code: number) => void
}

/**
 * Opens the register, serves every port the main process hands over, and closes when told to. How the start went is
 * reported to the main process; the promise settles after that report.
 */
export async function runCoreService({ parent, open, router, faultFolder, exit }: CoreServiceOptions): Promise<void> {
  const report = (message: CoreReport): void => parent.postMessage(message)
  const ports = new CallPorts()
  const opening = openFor(ports, { open, router })
  const end = async (): Promise<void> => {
    await closeAfter(opening, ports).catch((error: unknown) => openFaultLog(faultFolder, systemEnvironment()).report(error, 'close'))
    report({ kind: 'closed' })
    exit(0)
  }
  parent.on('message', ({ data, ports: [port] }) => {
    const order = coreOrderSchema.safeParse(data).data
    if (order?.kind === 'page' && port !== undefined) ports.take(port)
    if (order?.kind === 'close') void end()
  })
  try {
    await opening
    report({ kind: 'ready' })
  } catch (error) {
    report(startFailure(error, faultFolder))
  }
}

interface Served { readonly core: Core; readonly endDailyRun: () => Promise<void> }

async function openFor(ports: CallPorts, { open, router }: Pick<CoreServiceOptions, 'open' | 'router'>): Promise<Served> {
  const core = await open()
  const faults = openFaultLog(core.folder.logs, core.env)
  ports.serveWith(portServer(router(), pageCalls(core, faults)))
  return { core, endDailyRun: keepDailyRun(core, { onFault: (fault) => faults.report(fault, 'warning-run') }) }
}

/** A register that was never opened needs no closing; why it was not has been reported. */
async function closeAfter(opening: Promise<Served>, ports: CallPorts): Promise<void> {
  const served = await opening.catch(() => undefined)
  ports.closeAll()
  await served?.endDailyRun()
  await served?.core.close()
}

function startFailure(error: unknown, faultFolder: string): CoreReport {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, params: error.params }
  return { kind: 'failed', reference: openFaultLog(faultFolder, systemEnvironment()).report(error, 'start') }
}
