import type { Contract } from '#shared/contract/index.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Handlers } from '../registration.ts'
import { exportLog } from './export-log.ts'
import { logChoices, readLog } from './read-log.ts'

export const evidenceHandlers: Handlers<Contract['evidence']> = {
  log: (input, { core }) => readLog(logOf(core), input),
  logChoices: (_input, { core }) => logChoices(logOf(core)),
  exportLog: (input, { core }) => exportLog(core, input),
  heads: (_input, { core }) =>
    logOf(core).selectFrom('chain_head').select(['number', 'hash', 'at', 'occasion', 'key_id as keyId']).orderBy('number', 'desc').limit(500).execute(),
}

/** The log is kept by today's register alone, whatever year is looked at. */
const logOf = ({ database, frozen }: Core): ReadableDatabase => (frozen?.live ?? database).read
