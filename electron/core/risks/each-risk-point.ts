import type { RiskFilter } from '#shared/contract/risks.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { eachChunkOfNumbers } from '../lists/each-chunk.ts'
import { readFilter } from '../lists/filter-rules.ts'
import { inOrderOf } from '../lists/list-page.ts'
import { among } from '../lists/page-values.ts'
import { riskList } from './risk-list.ts'
import { riskRows } from './risk-rows.ts'
import type { FullRiskRow } from './risk-rows.ts'

export type ListedRiskPoint = FullRiskRow & { controlMeasures: readonly LinkedMeasure[] }
export type LinkedMeasure = Awaited<ReturnType<typeof linkedMeasures>>[number]

/** All risk points a filter passes, with all their measures, in order of number, by chunks of at most 500. */
export async function* eachRiskPoint(db: ReadableDatabase, { filter, today }: { filter: RiskFilter; today: string }): AsyncGenerator<ListedRiskPoint[], void, void> {
  for await (const numbers of eachChunkOfNumbers(db, riskList, readFilter(riskList.filters, filter, today))) {
    const rows = inOrderOf(numbers, await riskRows(db, numbers, Infinity))
    const byPoint = Map.groupBy(await linkedMeasures(db, rows.map(({ id }) => id)), ({ riskPointId }) => riskPointId)
    yield rows.map((row) => ({ ...row, controlMeasures: byPoint.get(row.id) ?? [] }))
  }
}

async function linkedMeasures(db: ReadableDatabase, riskPointIds: readonly string[]) {
  const links = await db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id')
    .select([
      'l.risk_point_id as riskPointId', 'l.position', 'l.basis', 'm.id', 'm.number', 'm.content', 'm.kind_code as kindCode', 'm.owner',
      'm.term', 'm.due_on as dueOn', 'm.progress', 'm.done_on as doneOn',
    ])
    .where(among('l.risk_point_id', riskPointIds)).where('m.state', '=', 'in-force').execute()
  return links.toSorted((a, b) => a.position - b.position || a.number - b.number)
}
