import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { StepKind } from '#shared/model/review/ladder.ts'
import type { Core } from '../../core.ts'
import { organisationScale } from '../../grading/stored-scales.ts'
import { readHolidays } from '../../review/calendar.ts'
import { ladderInForce, laddersByNumber } from '../../review/ladders.ts'

/** The year that is judged, seen from one day, with what conditions need besides the records themselves. */
export interface Moment {
  readonly year: number
  /** First and last local calendar date of the year. */
  readonly from: string
  readonly until: string
  /** The day the register describes: that of freezing, or today. */
  readonly day: string
  /** Rank of the heaviest grade. */
  readonly heaviest: number
  /** JSON by ladder's number (0: the one in force) and state, `3:approval`: working days of that step. */
  readonly stepDays: string
  /** JSON by working days and date: the date so many working days after. */
  readonly dueDates: string
}

const stateOf: Readonly<Record<StepKind, readonly string[]>> = {
  'department-review': ['submitted', 'department-review'],
  approval: ['head-approval', 'leader-approval', 'chief-approval'],
  'inspection-review': ['inspection-review'],
  determination: ['determination'],
  publicity: ['publicity'],
  filing: ['filing'],
}

/** Terms that began so long before the year are late in any case. */
const yearsBefore = 2

export async function readMoment({ database: { read: db }, env }: Pick<Core, 'database' | 'env'>, year: number): Promise<Moment> {
  const day = env.localDate(env.now())
  const { levels } = await organisationScale(db)
  const stored = await db.selectFrom('review_ladder').select('number').execute()
  const ladders = new Map([[0, await ladderInForce(db)], ...await laddersByNumber(db, stored.map(({ number }) => number))])
  const stepDays = Object.fromEntries([...ladders].flatMap(([number, { steps }]) => steps.flatMap(({ kind, days }) => stateOf[kind].map((state) => [`${number}:${state}`, days] as const))))
  const holidays = await readHolidays(db)
  const dates = datesOf(year - yearsBefore, year)
  const dueDates = Object.fromEntries([...new Set(Object.values(stepDays))].map((days) => [days, Object.fromEntries(dates.map((date) => [date, workingDaysAfter(date, days, holidays)]))]))
  return {
    year, from: `${year}-01-01`, until: `${year}-12-31`, day, heaviest: Math.max(...levels.map(({ severityRank }) => severityRank)),
    stepDays: JSON.stringify(stepDays), dueDates: JSON.stringify(dueDates),
  }
}

function datesOf(first: number, last: number): string[] {
  const dates: string[] = []
  for (let at = Date.UTC(first, 0, 1); at <= Date.UTC(last, 11, 31); at += 86_400_000) dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}
