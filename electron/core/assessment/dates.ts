import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { readHolidays } from '../review/calendar.ts'

/** Local calendar dates by which each step is due. */
export interface ScoringDates { readonly selfDueOn: string; readonly officeDueOn: string; readonly leadDueOn: string }

/** Working days each step is given where nobody says otherwise, and those in which a department may object. */
const usual = { self: 10, office: 20, lead: 25, objection: 5 } as const

/** What is suggested for a campaign that is opened on a day. */
export async function suggestedDates(db: ReadableDatabase, today: string): Promise<ScoringDates & { objectUntil: string }> {
  const holidays = await readHolidays(db)
  const after = (days: number): string => workingDaysAfter(today, days, holidays)
  return { selfDueOn: after(usual.self), officeDueOn: after(usual.office), leadDueOn: after(usual.lead), objectUntil: after(usual.objection) }
}

/** @throws Refusal `assessment.dates` */
export function refuseDisorder({ selfDueOn, officeDueOn, leadDueOn }: ScoringDates, today: string): void {
  const [early] = Object.entries({ selfDueOn: selfDueOn < today, officeDueOn: officeDueOn < selfDueOn, leadDueOn: leadDueOn < officeDueOn }).flatMap(([field, wrong]) => (wrong ? [field] : []))
  if (early !== undefined) throw new Refusal('assessment.dates', {}, early)
}
