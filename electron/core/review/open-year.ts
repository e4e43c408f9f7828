import type { YearStep } from '../years/year-steps.ts'
import { readEntries } from './entries.ts'
import { openForYear } from './move-entries.ts'

/** Entries opened between two reports: some tens of milliseconds. */
const chunkSize = 100

/** When a year begins, every entry in force becomes a draft, so that its grade goes its way anew; what is under way goes on. */
export const openEntriesForYear: YearStep = async (change, { year }, report) => {
  const open = () => change.db.selectFrom('risk_point').where('state', '=', 'in-force').where('entry_state', '=', 'in-force')
  const { total } = await open().select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  for (let done = 0, after = 0; ;) {
    const page = await open().select(['id', 'number']).where('number', '>', after).orderBy('number').limit(chunkSize).execute()
    const last = page.at(-1)
    if (last === undefined) return
    for (const entry of await readEntries(change.db, page.map(({ id }) => id))) await openForYear(change, entry, year)
    after = last.number
    done += page.length
    await report({ done, total, stage: 'open-entries' })
  }
}
