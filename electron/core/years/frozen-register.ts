import { Refusal } from '#shared/model/refusal.ts'
import { kyselyOver, openConnection } from '../database/connection.ts'
import type { RegisterDatabase } from '../database/database.ts'
import type { Environment } from '../environment.ts'

/** A register that was put together from a frozen year. It is opened read-only, and every change of it is refused. */
export function openFrozenRegister(file: string, { env, year }: { env: Environment; year: number }): RegisterDatabase {
  const connection = openConnection(file, 'read')
  const refuse = (): Promise<never> => Promise.reject(new Refusal('archive.read-only', { year }))
  return {
    read: kyselyOver(connection),
    env,
    connection,
    change: refuse,
    prefer: refuse,
    keepHead: refuse,
    idle: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    close: () => { connection.close() },
  }
}
