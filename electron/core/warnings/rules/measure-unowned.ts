import { sql } from 'kysely'
import { measureColumns, measureFinding } from './measures.ts'
import type { MeasureRow } from './measures.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

/** Measures for which neither a person nor a post answers. */
export const measureUnowned: Rule = {
  code: 'measure-unowned',
  page: async (db, { after }) => {
    const { rows } = await sql<MeasureRow>`SELECT ${measureColumns} FROM control_measure AS m INDEXED BY control_measure_unowned
      WHERE m.state = 'in-force' AND m.owner IS NULL AND m.owner_post_id IS NULL AND m.progress <> 'done' AND m.number > ${after?.[0] ?? 0}
      ORDER BY m.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, { finding: (row) => measureFinding(row, {}), cursor: (row) => [row.number] })
  },
}
