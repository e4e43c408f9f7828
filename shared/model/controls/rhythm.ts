import type { MeasureFrequency } from '../controls.ts'

/** The due days of a recurring measure: one day, and each day so many periods before or after it. */
export interface Rhythm {
  /** Local calendar date `yyyy-mm-dd`, itself a due day. */
  readonly from: string
  readonly frequency: MeasureFrequency
}

const monthsOf = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const satisfies Record<Exclude<MeasureFrequency, 'weekly'>, number>

const dayLength = 24 * 3600_000

/** The earliest and the latest day a recurring measure may be due: beyond them no calendar of holidays is kept. */
export const rhythmBounds = { from: '1990-01-01', to: '2200-12-31' } as const

/**
 * The due day so many periods after the one the rhythm is counted from, before it where the number is negative. Each is
 * counted from that one day, so a day that a month does not have becomes its last without the next month losing it.
 */
export function dueDay({ from, frequency }: Rhythm, periods: number): string {
  if (frequency === 'weekly') return isoDate(Date.parse(from) + periods * 7 * dayLength)
  const { year, month, day } = partsOf(from)
  const months = year * 12 + month - 1 + periods * monthsOf[frequency]
  const [inYear, inMonth] = [Math.floor(months / 12), months % 12]
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate()
  return isoDate(Date.UTC(inYear, inMonth, Math.min(day, last)))
}

/** How many periods after the first the last due day lies that is not later than a day; negative where the day is earlier. */
export function periodsUntil(rhythm: Rhythm, day: string): number {
  if (rhythm.frequency === 'weekly') return Math.floor((Date.parse(day) - Date.parse(rhythm.from)) / dayLength / 7)
  const [first, at] = [partsOf(rhythm.from), partsOf(day)]
  const periods = Math.floor(((at.year - first.year) * 12 + at.month - first.month) / monthsOf[rhythm.frequency])
  return dueDay(rhythm, periods) <= day ? periods : periods - 1
}

export const isDueDay = (rhythm: Rhythm, day: string): boolean => dueDay(rhythm, periodsUntil(rhythm, day)) === day

/** All due days from one day to another, both included. */
export function dueDaysWithin(rhythm: Rhythm, { from, to }: { from: string; to: string }): string[] {
  const days: string[] = []
  for (let periods = periodsUntil(rhythm, from), day = dueDay(rhythm, periods); day <= to; day = dueDay(rhythm, ++periods)) if (day >= from) days.push(day)
  return days
}

function partsOf(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** From which day a measure's periods are counted: the day given, as long as the day due lies on its rhythm, else the day due itself. */
export function rhythmStart({ frequency, from, dueOn }: { frequency: MeasureFrequency; from: string | null; dueOn: string }): string {
  return from !== null && isBounded(from) && isDueDay({ from, frequency }, dueOn) ? from : dueOn
}

export const isBounded = (day: string): boolean => day >= rhythmBounds.from && day <= rhythmBounds.to
