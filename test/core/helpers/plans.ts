import { SqliteDialect, Kysely } from 'kysely'
import type { Database as Connection, RunResult } from 'better-sqlite3'
import type { Schema } from '#core/database/schema.ts'

/** The plan of each statement that ran, in SQLite's words. */
export interface Plan { sql: string; steps: string[] }

/** A reading database over a connection that notes the plan of every statement it runs. */
export function planningDatabase(connection: Connection): { db: Kysely<Schema>; plans: Plan[] } {
  const plans: Plan[] = []
  const prepare = (text: string) => {
    const statement = connection.prepare(text)
    const note = (parameters: readonly unknown[]) => {
      const steps = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...parameters)
      plans.push({ sql: text, steps: steps.map(({ detail }) => detail) })
    }
    return {
      reader: statement.reader,
      all: (parameters: readonly unknown[]): unknown[] => { note(parameters); return statement.all(...parameters) },
      run: (parameters: readonly unknown[]): RunResult => statement.run(...parameters),
      iterate: (parameters: readonly unknown[]): IterableIterator<unknown> => { note(parameters); return statement.iterate(...parameters) },
    }
  }
  return { db: new Kysely<Schema>({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }) }), plans }
}

/** Plans print as one line per statement, for snapshots and messages. */
export const stepsOf = (plans: readonly Plan[]): string[] => plans.flatMap(({ steps }) => steps)
