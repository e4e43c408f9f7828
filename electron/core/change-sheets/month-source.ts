import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Environment } from '../environment.ts'

/** The log stays in one place: a frozen year is told by as much of it as stood in it by then. */
export interface Log { readonly db: ReadableDatabase; readonly until?: string }

/** Where months are read from: a register, today's or a frozen one, and the log. */
export interface MonthSource { readonly db: ReadableDatabase; readonly log: Log; readonly localDate: Environment['localDate'] }

export const monthSource = ({ database, frozen, env }: Pick<Core, 'database' | 'frozen' | 'env'>): MonthSource =>
  ({ db: database.read, log: frozen === undefined ? { db: database.read } : { db: frozen.live.read, until: frozen.frozenAt }, localDate: env.localDate })
