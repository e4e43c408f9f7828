import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

const searched = ['power', 'risk_point', 'control_measure'] as const

/** Records in force that no search finds, and search rows of records that are gone. */
export function searchProblems(connection: Connection): IntegrityProblem[] {
  return searched.flatMap((table) => {
    const numbers = `SELECT number FROM ${table} WHERE state = 'in-force'`
    const rows = `SELECT id FROM ${table}_text_docsize`
    const missing = count(connection, `${numbers} EXCEPT ${rows}`)
    const left = count(connection, `${rows} EXCEPT ${numbers}`)
    return missing + left === 0 ? [] : [{ code: 'integrity.search', params: { table, missing, left } }]
  })
}

const count = (connection: Connection, sql: string): number => connection.prepare<[], number>(`SELECT count(*) FROM (${sql})`).pluck().get() ?? 0
