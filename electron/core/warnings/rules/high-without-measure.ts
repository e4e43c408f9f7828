import { sql } from 'kysely'
import type { ReadableDatabase } from '../../database/database.ts'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

interface Row extends PointRow { readonly planned: number; readonly in_force: number; readonly grade_code: string }

const measures = (condition: string) => sql.raw(`EXISTS (SELECT 1 FROM risk_point_measure AS l JOIN control_measure AS m ON m.id = l.measure_id WHERE l.risk_point_id = r.id AND m.state = 'in-force' AND ${condition})`)

/** Points of the heaviest grade without a measure that is in force or done; one that is only planned protects nothing yet. */
export const highWithoutMeasure: Rule = {
  code: 'high-without-measure',
  page: async (db, { after }) => {
    const heaviest = await heaviestRank(db)
    if (heaviest === undefined) return { findings: [], next: undefined }
    const { rows } = await sql<Row>`SELECT r.number, r.id, r.department_id, r.power_id, r.manifestation, r.grade_code, ${measures("m.progress <> 'planned'")} AS in_force, ${measures("m.progress = 'planned'")} AS planned
      FROM risk_point AS r WHERE r.state = 'in-force' AND r.grade_rank = ${heaviest.severityRank} AND r.grade_code = ${heaviest.code} AND r.number > ${after?.[0] ?? 0}
      ORDER BY r.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, { finding: (row) => (row.in_force === 1 ? undefined : pointFinding(row, { gradeCode: row.grade_code, planned: row.planned })), cursor: (row) => [row.number] })
  },
}

async function heaviestRank(db: ReadableDatabase): Promise<{ code: string; severityRank: number } | undefined> {
  const row = await db.selectFrom('organisation as o').innerJoin('scale as s', 's.code', 'o.scale_code').select('s.levels').executeTakeFirst()
  const levels = JSON.parse(row?.levels ?? '[]') as { code: string; severityRank: number }[]
  return levels.toSorted((a, b) => b.severityRank - a.severityRank)[0]
}
