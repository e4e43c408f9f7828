import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** A column that repeats the last row of an append-only table, so that lists need no join. */
interface Repeated { readonly table: 'risk_point' | 'control_measure'; readonly column: string; readonly last: string }

const figure = (column: 'grade' | 'grade_rank', kind: 'expected' | 'verified'): string =>
  `SELECT f.${column} FROM risk_figure f WHERE f.risk_point_id = t.id AND f.figure = '${kind}' ORDER BY f.number DESC LIMIT 1`

const repeated: readonly Repeated[] = [
  { table: 'risk_point', column: 'expected_grade', last: figure('grade', 'expected') },
  { table: 'risk_point', column: 'expected_rank', last: figure('grade_rank', 'expected') },
  { table: 'risk_point', column: 'verified_grade', last: figure('grade', 'verified') },
  { table: 'risk_point', column: 'verified_rank', last: figure('grade_rank', 'verified') },
  { table: 'control_measure', column: 'effectiveness', last: 'SELECT c.effectiveness FROM measure_check c WHERE c.measure_id = t.id ORDER BY c.number DESC LIMIT 1' },
]

/** Points and measures that do not show the figure or the rating they were given last. */
export function controlProblems(connection: Connection): IntegrityProblem[] {
  return repeated.flatMap(({ table, column, last }) => {
    const wrong = connection.prepare<[], { records: number; first: number | null }>(`SELECT count(*) AS records, min(t.number) AS first FROM ${table} t WHERE t.${column} IS NOT (${last})`).get()
    return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.last-kept', params: { table, column, records: wrong.records, first: wrong.first } }]
  })
}
