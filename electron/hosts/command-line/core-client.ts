import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Core } from '#core/core.ts'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient, readToEnd } from '../calls/core-client.ts'
import { openFaultLog } from '../calls/fault-log.ts'
import { version } from '../calls/version.ts'
import { browserPrinter } from '../installed-browsers/print-page.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import type { ExitCode } from './exit-codes.ts'
import { asRefusal, sentenceOf } from './failures.ts'
import type { Answer, Surroundings } from './command.ts'

/** In whose name scheduled work and scripts act. */
export const commandLineActor = { kind: 'service', name: 'command-line' } as const

export interface OpenFolder {
  readonly data: string
  /** Only `init` begins a register. */
  readonly create?: boolean
}

/**
 * Opens a data folder for one command and lets it go afterwards, before the command's answer is told: a failure to keep
 * the closing copy belongs to it. Commands ask core through the same contract as the page, with the same permissions.
 */
export async function withCore({ data, create = false }: OpenFolder, surroundings: Surroundings, work: (client: ContractClient, core: Core) => Promise<Answer>): Promise<Answer> {
  const core = await openCore({ folder: data, version, create, printer: browserPrinter() })
  let answer: Answer
  try {
    answer = await work(clientOf(core), core)
  } catch (error) {
    // What went wrong first is what the user must know; a second failure on closing would hide it.
    await closed(core, surroundings)
    throw error
  }
  const exitCode = await closed(core, surroundings)
  return exitCode === exitCodes.done ? answer : { ...answer, exitCode }
}

/** The command is done; a copy that could not be kept is told, and is a failure of its own only where data is damaged. */
async function closed(core: Core, { locale, warn }: Surroundings): Promise<ExitCode> {
  try {
    await core.close()
    return exitCodes.done
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal === undefined) throw error
    warn(sentenceOf(refusal, locale))
    return exitCodeOf(refusal.code) === exitCodes.damaged ? exitCodes.damaged : exitCodes.done
  }
}

function clientOf(core: Core): ContractClient {
  return coreClient({ core, identity: serviceIdentity(commandLineActor.name), reportFault: openFaultLog(core.folder.logs, core.env).report })
}

/** Reads long work to its end and shows its progress. */
export const finish = <T>(work: AsyncIteratorObject<Progress, T, void>, { progress }: Surroundings): Promise<T> => readToEnd(work, progress)
