import type { MeasureDetail, MeasureRow } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

/** A row of the list, and what the detail and the export show beside it. */
export type FullMeasureRow = MeasureRow & Pick<MeasureDetail, 'remarks' | 'rhythmFrom' | 'ownerPostDepartment' | 'createdAt'>

/** The rows of one page, in no particular order. `today` decides what is overdue. */
export async function measureRows(db: ReadableDatabase, numbers: readonly number[], today: string): Promise<FullMeasureRow[]> {
  const rows = await db.selectFrom('control_measure as r')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('post as o', 'o.id', 'r.owner_post_id')
    .leftJoin('department as od', 'od.id', 'o.department_id')
    .select([
      'r.id', 'r.number', 'r.revision', 'r.department_id as departmentId', 'd.name as departmentName', 'r.kind_code as kindCode',
      'r.content', 'r.owner', 'r.owner_post_id as ownerPostId', 'o.name as ownerPostName', 'od.name as ownerPostDepartment', 'r.term', 'r.frequency', 'r.rhythm_from as rhythmFrom', 'r.due_on as dueOn', 'r.progress', 'r.done_on as doneOn', 'r.risk_count as riskCount', 'r.year_mark as yearMark',
      'r.effectiveness', 'r.execution_count as executionCount', 'r.last_done_on as lastDoneOn', 'r.remarks', 'r.updated_at as updatedAt', 'r.created_at as createdAt',
    ])
    .where(among('r.number', numbers)).execute()
  return rows.map((row) => {
    const overdue = isOverdue(row, today)
    return { ...row, overdue, daysLate: overdue && row.dueOn !== null ? daysBetween(row.dueOn, today) : 0 }
  })
}

const isOverdue = ({ dueOn, progress }: Pick<MeasureRow, 'dueOn' | 'progress'>, today: string): boolean =>
  dueOn !== null && progress !== 'done' && dueOn < today

/** Calendar days from one date to a later one. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * 3600_000))
