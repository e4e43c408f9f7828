import type { MeasureDetail, MeasureFilter } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { eachChunkOfNumbers } from '../lists/each-chunk.ts'
import { readFilter } from '../lists/filter-rules.ts'
import { inOrderOf } from '../lists/list-page.ts'
import { servedPoints } from './measure-detail.ts'
import { measureList } from './measure-list.ts'
import { measureRows } from './measure-rows.ts'

/** All measures a filter passes, with the risk points they serve, in order of number, by chunks of at most 500. */
export async function* eachMeasure(db: ReadableDatabase, { filter, today }: { filter: MeasureFilter; today: string }): AsyncGenerator<MeasureDetail[], void, void> {
  for await (const numbers of eachChunkOfNumbers(db, measureList, readFilter(measureList.filters, filter, today))) {
    const rows = inOrderOf(numbers, await measureRows(db, numbers, today))
    const byMeasure = Map.groupBy(await servedPoints(db, rows.map(({ id }) => id)), ({ measureId }) => measureId)
    yield rows.map((row) => ({ ...row, riskPoints: (byMeasure.get(row.id) ?? []).map(({ measureId: _measure, ...point }) => point) }))
  }
}
