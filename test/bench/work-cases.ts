import type { Database as Connection } from 'better-sqlite3'
import { consistencyHandlers } from '#core/consistency/router.ts'
import type { Call } from '#core/registration.ts'
import { warningsHandlers } from '#core/warnings/router.ts'
import { finish } from './finish.ts'
import type { Case } from './measure.ts'
import { bareStatements } from './statements.ts'

/** What goes through the whole register, beside reading every record once without doing anything with it. */
export function workCases({ call, connection }: { call: Call; connection: Connection }): Case[] {
  const scans = [bareStatements.scanPoints, bareStatements.scanMeasures, bareStatements.scanPowers].map((sql) => connection.prepare(sql))
  const bare = (): void => { for (const scan of scans) scan.get() }
  return [
    { name: 'consistency', what: 'the consistency check with all its rules, against reading every record once', runs: 1, ours: async () => finish(await consistencyHandlers.run({ departmentIds: [] }, call)), bare },
    { name: 'warnings', what: 'the first daily run of the warning rules, which enters all it finds, against reading every record once', runs: 1, ours: async () => finish(await warningsHandlers.run(undefined, call)), bare },
    { name: 'again', what: 'the next daily run, which finds the same, against reading every record once', runs: 1, ours: async () => finish(await warningsHandlers.run(undefined, call)), bare },
  ]
}
