import { sql } from 'kysely'
import { monthsBefore } from './dates.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Finding, Rule } from './rule.ts'

interface Row {
  readonly number: number
  readonly id: string
  readonly department_id: string | null
  readonly name: string
  readonly benchmark_no: string | null
  readonly benchmark_calibrated_on: string | null
}

/** Powers with discretion whose benchmark is missing, was never calibrated, or so long ago that it counts no more. */
export const benchmarkUncalibrated: Rule = {
  code: 'benchmark-uncalibrated',
  page: async (db, { today, params, after }) => {
    const months = params['months'] ?? 24
    const oldest = monthsBefore(today, months)
    const { rows } = await sql<Row>`SELECT p.number, p.id, p.department_id, p.name, p.benchmark_no, p.benchmark_calibrated_on FROM power AS p INDEXED BY power_with_discretion
      WHERE p.state = 'in-force' AND p.discretion = 'yes' AND p.number > ${after?.[0] ?? 0} ORDER BY p.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => {
        const reason = reasonOf(row, oldest)
        return reason === undefined ? undefined : { entity: 'power', subjectId: row.id, departmentId: row.department_id, powerId: row.id, riskPointId: null, object: row.name, reason: { ...reason, months } }
      },
      cursor: (row) => [row.number],
    })
  },
}

function reasonOf({ benchmark_no: no, benchmark_calibrated_on: on }: Row, oldest: string): Finding['reason'] | undefined {
  if ((no ?? '') === '') return { benchmark: 'missing' }
  if (on === null) return { benchmark: 'undated', no: no ?? '' }
  return on < oldest ? { benchmark: 'old', no: no ?? '', calibratedOn: on } : undefined
}
