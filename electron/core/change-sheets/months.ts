import type { MonthContent, MonthRow } from '#shared/contract/change-sheets.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { tally } from '#shared/model/report-figures.ts'
import { firstWorkingDayOfNextMonth } from '#shared/model/review/working-days.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Environment } from '../environment.ts'
import { readHolidays } from '../review/calendar.ts'
import { changesCounted, entryChanges, firstMonth } from './entry-changes.ts'
import type { Days } from './entry-changes.ts'
import type { MonthSource } from './month-source.ts'
import { countPowerChanges, powerChanges } from './power-changes.ts'

/** No month has a later day, and dates are compared as text. */
export const daysOf = (month: string): Days => ({ from: `${month}-01`, to: `${month}-31` })

/** The account of a month that counts: the one made last. */
const madeOf = (db: ReadableDatabase, month: string) => db.selectFrom('change_sheet').selectAll().where('month', '=', month).orderBy('number', 'desc').limit(1).executeTakeFirst()

/** A year's months as far as they have begun and there was a register, newest first. */
export async function listMonths(source: MonthSource, year: number, today: string): Promise<MonthRow[]> {
  const { db } = source
  const first = await firstMonth(source)
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).filter((month) => first !== undefined && month >= first && month <= today.slice(0, 7))
  if (months.length === 0) return []
  const holidays = await readHolidays(db)
  const made = new Map((await db.selectFrom('change_sheet').select(['month', 'changes', 'made_by', 'made_on']).where('month', 'in', months).orderBy('number').execute()).map((sheet) => [sheet.month, sheet]))
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  const [entries, powers] = [tally((await changesCounted(db, days)).map(({ month }) => month)), await countPowerChanges(source, days)]
  return months.toReversed().map((month) => {
    const sheet = made.get(month)
    const dueOn = firstWorkingDayOfNextMonth(`${month}-01`, holidays)
    return {
      month, dueOn, changes: sheet?.changes ?? (entries.get(month) ?? 0) + (powers.get(month) ?? 0), madeOn: sheet?.made_on ?? null, madeBy: sheet?.made_by ?? null,
      overdue: sheet === undefined && today > dueOn, over: month < today.slice(0, 7),
    }
  })
}

/** As it was reported, with the figure kept of it, or, while it was not, as it stands now. */
export async function contentOf(source: MonthSource, month: string): Promise<{ content: MonthContent; made: boolean; madeOn: string | null; reported: number | null }> {
  const sheet = await madeOf(source.db, month)
  if (sheet !== undefined) return { content: JSON.parse(sheet.content) as MonthContent, made: true, madeOn: sheet.made_on, reported: sheet.changes }
  return { content: await collect(source, month), made: false, madeOn: null, reported: null }
}

const collect = async (source: MonthSource, month: string): Promise<MonthContent> =>
  ({ entries: await entryChanges(source.db, daysOf(month)), powers: await powerChanges(source, daysOf(month)) })

/** Keeps the account of a month as it is now. @throws Refusal `change-sheet.month-open` */
export async function makeSheet(change: Change, month: string, localDate: Environment['localDate']): Promise<{ id: string; changes: number }> {
  if (month >= change.today.slice(0, 7)) throw new Refusal('change-sheet.month-open')
  const content = await collect({ db: change.db, log: { db: change.db }, localDate }, month)
  const id = change.newId()
  const changes = content.entries.length + content.powers.length
  await change.db.insertInto('change_sheet').values({ id, month, changes, content: JSON.stringify(content), made_by: change.actor.name, made_at: change.at, made_on: change.today }).execute()
  await change.record({ action: 'change-sheet.make', entity: 'change-sheet', entityId: id, after: { month, changes }, seals: [{ table: 'change_sheet', key: id }] })
  return { id, changes }
}
