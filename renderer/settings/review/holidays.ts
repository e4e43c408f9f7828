/** A day that departs from the week. */
export interface CalendarDay { readonly day: string; readonly kind: 'off' | 'worked'; readonly name: string }

const two = (number: number | string): string => String(number).padStart(2, '0')

/** The dates from one to another, both included, at most a year. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (const at = new Date(`${from}T00:00:00Z`); at.toISOString().slice(0, 10) <= to && days.length < 366; at.setUTCDate(at.getUTCDate() + 1)) days.push(at.toISOString().slice(0, 10))
  return days
}

/** Days in the place of those there were on the same dates, in order. */
export function withDays(days: readonly CalendarDay[], added: readonly CalendarDay[]): CalendarDay[] {
  const byDay = new Map([...days, ...added].map((day) => [day.day, day]))
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const worked = /^(班|上班|补班|调休上班|worked|work|working)$/iu
const off = /^(休|放假|假|休息|off|holiday)$/iu
const fullDate = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u
const shortDate = /^(\d{1,2})[-/.月](\d{1,2})日?$/u

/** Lines pasted from a sheet: a date, a name and a kind in any order; without a kind the day is off. Lines that are none are answered by number. */
export function readDays(text: string, year: number): { readonly days: CalendarDay[]; readonly faults: number[] } {
  const days: CalendarDay[] = []
  const faults: number[] = []
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const day = readLine(line, year)
    if (day === undefined) faults.push(index + 1)
    else days.push(day)
  }
  return { days: withDays([], days), faults }
}

function readLine(line: string, year: number): CalendarDay | undefined {
  const cells = line.split(/[\t,，;；]| {1,}/u).map((cell) => cell.trim()).filter((cell) => cell !== '')
  const dates = cells.flatMap((cell) => dateOf(cell, year) ?? [])
  const [day] = dates
  if (day === undefined || dates.length > 1 || Number(day.slice(0, 4)) !== year) return undefined
  const kind = cells.some((cell) => worked.test(cell)) ? 'worked' as const : 'off' as const
  const name = cells.filter((cell) => dateOf(cell, year) === undefined && !worked.test(cell) && !off.test(cell)).join(' ').slice(0, 100)
  return { day, kind, name }
}

function dateOf(cell: string, year: number): string | undefined {
  const full = fullDate.exec(cell)
  const short = full === null ? shortDate.exec(cell) : null
  const [y, m, d] = full !== null ? [full[1], full[2], full[3]] : short !== null ? [String(year), short[1], short[2]] : []
  if (y === undefined || m === undefined || d === undefined) return undefined
  const day = `${y}-${two(m)}-${two(d)}`
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : day
}
