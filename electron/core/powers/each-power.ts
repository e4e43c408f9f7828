import type { PowerFilter } from '#shared/contract/powers.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { eachChunkOfNumbers } from '../lists/each-chunk.ts'
import { readFilter } from '../lists/filter-rules.ts'
import { among } from '../lists/page-values.ts'
import { powerRecords } from './power-detail.ts'
import type { PowerRecord } from './power-detail.ts'
import { powerList } from './power-list.ts'

export type ListedPower = PowerRecord & { steps: string[] }

/** All powers a filter passes, whole, in order of number, by chunks of at most 500. */
export async function* eachPower(db: ReadableDatabase, { filter, today }: { filter: PowerFilter; today: string }): AsyncGenerator<ListedPower[], void, void> {
  for await (const numbers of eachChunkOfNumbers(db, powerList, readFilter(powerList.filters, filter, today))) {
    const records = await powerRecords(db, numbers)
    const steps = await db.selectFrom('process_step').select(['power_id', 'name']).where(among('power_id', records.map(({ id }) => id)))
      .orderBy('power_id').orderBy('position').execute()
    const byPower = Map.groupBy(steps, (step) => step.power_id)
    yield records.map((record) => ({ ...record, steps: (byPower.get(record.id) ?? []).map(({ name }) => name) }))
  }
}
