import type { MeasureCheck } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../../database/database.ts'

/** Every rating of a measure, the last first. */
export const checksOf = (db: ReadableDatabase, measureId: string): Promise<MeasureCheck[]> =>
  db.selectFrom('measure_check').select(['id', 'effectiveness', 'note', 'checked_on as checkedOn', 'checked_by as checkedBy', 'checked_at as checkedAt'])
    .where('measure_id', '=', measureId).orderBy('number', 'desc').execute()
