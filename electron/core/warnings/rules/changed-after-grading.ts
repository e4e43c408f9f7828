import { sql } from 'kysely'
import { daysBefore } from './dates.ts'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import { pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

interface PowerRow { readonly number: number; readonly id: string; readonly updated_at: string }
interface Row extends PointRow { readonly changed_at: string; readonly graded_on: string }

/**
 * Points graded before their power or its steps were last changed, where nobody has judged them since. Powers are
 * walked by the day of their change, so that those nobody touched cost nothing.
 */
export const changedAfterGrading: Rule = {
  code: 'changed-after-grading',
  page: async (db, { today, params, after, dateOf }) => {
    const [at, number] = after ?? [daysBefore(today, params['sinceDays'] ?? 365), 0]
    const { rows: powers } = await sql<PowerRow>`SELECT number, id, updated_at FROM power WHERE state = 'in-force' AND (updated_at, number) > (${at}, ${number}) ORDER BY updated_at, number LIMIT ${pageSize}`.execute(db)
    const last = powers.at(-1)
    if (last === undefined) return { findings: [], next: undefined }
    const { rows } = await sql<Row>`SELECT r.number, r.id, r.department_id, r.power_id, r.manifestation, p.updated_at AS changed_at, g.graded_on
      FROM json_each(${JSON.stringify(powers.map(({ id }) => id))}) AS j JOIN power AS p ON p.id = j.value JOIN risk_point AS r ON r.power_id = p.id JOIN grading AS g ON g.id = r.grading_id
      WHERE r.state = 'in-force' AND g.graded_at < p.updated_at
        AND NOT EXISTS (SELECT 1 FROM review_decision AS d WHERE d.risk_point_id = r.id AND d.decided_at >= p.updated_at AND d.action IN ('take', 'pass', 'keep', 'take-over', 'file'))`.execute(db)
    return {
      findings: rows.map((row) => pointFinding(row, { changedOn: dateOf(row.changed_at), gradedOn: row.graded_on })),
      next: powers.length < pageSize ? undefined : [last.updated_at, last.number],
    }
  },
}
