import type { MeasureRow } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

export type FullMeasureRow = MeasureRow & { remarks: string | null; createdAt: string }

/** The rows of one page, in no particular order. `today` decides what is overdue. */
export async function measureRows(db: ReadableDatabase, numbers: readonly number[], today: string): Promise<FullMeasureRow[]> {
  const rows = await db.selectFrom('control_measure as r')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .select([
      'r.id', 'r.number', 'r.revision', 'r.department_id as departmentId', 'd.name as departmentName', 'r.kind_code as kindCode',
      'r.content', 'r.owner', 'r.term', 'r.due_on as dueOn', 'r.progress', 'r.done_on as doneOn', 'r.risk_count as riskCount', 'r.year_mark as yearMark',
      'r.remarks', 'r.updated_at as updatedAt', 'r.created_at as createdAt',
    ])
    .where(among('r.number', numbers)).execute()
  return rows.map((row) => ({ ...row, overdue: isOverdue(row, today) }))
}

const isOverdue = ({ dueOn, progress }: Pick<MeasureRow, 'dueOn' | 'progress'>, today: string): boolean =>
  dueOn !== null && progress !== 'done' && dueOn < today
