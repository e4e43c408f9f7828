import type { Holidays } from '#shared/model/review/working-days.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'

export interface CalendarDay { readonly day: string; readonly kind: 'off' | 'worked'; readonly name: string }

export async function readCalendar(db: ReadableDatabase): Promise<CalendarDay[]> {
  return db.selectFrom('calendar_day').selectAll().orderBy('day').execute()
}

export async function readHolidays(db: ReadableDatabase): Promise<Holidays> {
  const days = await readCalendar(db)
  const of = (kind: CalendarDay['kind']): Set<string> => new Set(days.filter((day) => day.kind === kind).map(({ day }) => day))
  return { off: of('off'), worked: of('worked') }
}

/** Puts the days of one year in place of those that were there. */
export async function saveCalendar(change: Change, { year, days }: { year: number; days: readonly CalendarDay[] }): Promise<void> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const before = await change.db.selectFrom('calendar_day').selectAll().where('day', '>=', from).where('day', '<=', to).orderBy('day').execute()
  const after = days.filter(({ day }) => day >= from && day <= to).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await change.db.deleteFrom('calendar_day').where('day', '>=', from).where('day', '<=', to).execute()
  if (after.length > 0) await change.db.insertInto('calendar_day').values(after).execute()
  await change.record({ action: 'calendar.change', entity: 'calendar', entityId: String(year), before: { days: before.map(wordOf) }, after: { days: after.map(wordOf) } })
}

const wordOf = ({ day, kind, name }: CalendarDay): string => `${day} ${kind}${name === '' ? '' : ` ${name}`}`
