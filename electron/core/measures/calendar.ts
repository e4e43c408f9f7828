import { sql } from 'kysely'
import type { CalendarCount } from '#shared/contract/measures.ts'
import type { MeasureFrequency } from '#shared/model/controls.ts'
import { dueDaysWithin } from '#shared/model/controls/rhythm.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { readFilter } from '../lists/filter-rules.ts'
import type { Condition } from '../lists/filter-rules.ts'
import { allOf, conditionsOf } from '../lists/conditions.ts'
import { doneWithin } from './done-within.ts'
import { measureList } from './measure-list.ts'

export interface CalendarOrder { readonly from: string; readonly to: string; readonly departmentIds: readonly string[]; readonly today: string }

interface Group { day: string; measures: number }
interface RhythmGroup { frequency: MeasureFrequency; rhythmFrom: string; dueOn: string; measures: number }

/** What is due, overdue, done and due again on each day of a span, from the indexes by day; days with nothing are left out. */
export async function readCalendarOf(db: ReadableDatabase, { from, to, departmentIds, today }: CalendarOrder): Promise<CalendarCount[]> {
  const measures = allOf(conditionsOf(readFilter(measureList.filters, { departmentIds: [...departmentIds] }, today)))
  const counts = new Map<string, CalendarCount>()
  const add = (day: string, part: Partial<CalendarCount>): void => {
    const { due, overdue, done, planned } = counts.get(day) ?? { due: 0, overdue: 0, done: 0, planned: 0 }
    counts.set(day, { day, due: due + (part.due ?? 0), overdue: overdue + (part.overdue ?? 0), done: done + (part.done ?? 0), planned: planned + (part.planned ?? 0) })
  }
  const open = await rows<Group>(db, sql`SELECT r.due_on AS day, count(*) AS measures FROM control_measure AS r
    WHERE ${measures} AND r.due_on IS NOT NULL AND r.progress <> 'done' AND r.due_on BETWEEN ${from} AND ${to} GROUP BY r.due_on`)
  for (const { day, measures: count } of open) add(day, day < today ? { overdue: count } : { due: count })
  const done = await rows<Group>(db, sql`SELECT d.day, count(*) AS measures FROM (${doneWithin({ from, to })}) AS d CROSS JOIN control_measure AS r ON r.id = d.id WHERE ${measures} GROUP BY d.day`)
  for (const { day, measures: count } of done) add(day, { done: count })
  // Few rhythms are many measures': each is followed once.
  const recurring = await rows<RhythmGroup>(db, sql`SELECT r.frequency, r.rhythm_from AS "rhythmFrom", r.due_on AS "dueOn", count(*) AS measures FROM control_measure AS r
    WHERE ${measures} AND r.frequency IS NOT NULL AND r.progress <> 'done' AND r.due_on < ${to} GROUP BY r.frequency, r.due_on, r.rhythm_from`)
  for (const { frequency, rhythmFrom, dueOn, measures: count } of recurring) {
    for (const day of dueDaysWithin({ from: rhythmFrom, frequency }, { from, to })) if (day > dueOn) add(day, { planned: count })
  }
  return [...counts.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

async function rows<T>(db: ReadableDatabase, query: Condition): Promise<T[]> {
  return (await sql<T>`${query}`.execute(db)).rows
}
