/** One month as a sheet of weeks, Monday first; the days are local calendar dates. */
export interface MonthSheet { readonly month: string; readonly weeks: readonly (readonly string[])[]; readonly from: string; readonly to: string }

const dayLength = 24 * 3600_000
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** @param month `yyyy-mm` */
export function monthSheet(month: string): MonthSheet {
  const first = Date.parse(`${month}-01`)
  const monday = first - (new Date(first).getUTCDay() + 6) % 7 * dayLength
  const last = Date.parse(`${monthAfter(month, 1)}-01`) - dayLength
  const count = Math.ceil(((last - monday) / dayLength + 1) / 7)
  const weeks = Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (_day, day) => iso(monday + (week * 7 + day) * dayLength)))
  return { month, weeks, from: iso(monday), to: iso(monday + (count * 7 - 1) * dayLength) }
}

/** The month so many months later, or earlier where the number is negative. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 1 + months, 1)).toISOString().slice(0, 7)
}
