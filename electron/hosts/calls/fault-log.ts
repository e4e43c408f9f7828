import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '#core/environment.ts'

/** Keeps what a fault of the program said where a maintainer finds it, and away from the page. */
export interface FaultLog {
  /** Writes a fault down; answers the reference the user can pass on. Never throws: a full disk must not hide the fault itself. */
  report: (fault: unknown, where: string) => string
}

/**
 * A fault log in the data folder: one text file per local day, `faults-yyyy-mm-dd.log`. Nothing is sent anywhere.
 *
 * @param folder the `logs` folder of the data folder; made when missing
 */
export function openFaultLog(folder: string, env: Pick<Environment, 'now' | 'newId' | 'localDate'>): FaultLog {
  return {
    report: (fault, where) => {
      const reference = shortReference(env.newId())
      const at = env.now()
      const entry = `${new Date(at).toISOString()} ${reference} ${where}\n${describe(fault)}\n\n`
      try {
        mkdirSync(folder, { recursive: true })
        appendFileSync(join(folder, `faults-${env.localDate(at)}.log`), entry, { mode: 0o600 })
      } catch (error) {
        process.stderr.write(`${entry}${describe(error)}\n`)
      }
      return reference
    },
  }
}

/** The random tail of an identifier: short enough to be read out on the telephone. */
const shortReference = (id: string): string => id.replaceAll('-', '').slice(-8).toUpperCase()

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const cause = fault.cause === undefined ? '' : `\ncaused by: ${describe(fault.cause)}`
  return `${fault.stack ?? fault.message}${cause}`
}
