/** Days by local calendar date, `yyyy-mm-dd`, that depart from the week: holidays, and weekend days that are worked. */
export interface Holidays { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string> }

export const noHolidays: Holidays = { off: new Set(), worked: new Set() }

/** @param date local calendar date `yyyy-mm-dd` */
export function isWorkingDay(date: string, { off, worked }: Holidays): boolean {
  if (worked.has(date)) return true
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(date)
}

/** The date so many working days after a date; with 0 the date itself. At most ten years are looked ahead. */
export function workingDaysAfter(date: string, days: number, holidays: Holidays): string {
  let [at, left] = [date, days]
  for (let looked = 0; left > 0 && looked < 3660; looked++) {
    at = nextDay(at)
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}

/** The first working day of the month after a date: changes of a month are reported then. */
export function firstWorkingDayOfNextMonth(date: string, holidays: Holidays): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  let at = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  for (let looked = 0; !isWorkingDay(at, holidays) && looked < 31; looked++) at = nextDay(at)
  return at
}

function nextDay(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** Working days from one date to another, both included; at most ten years are counted. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let days = 0
  for (let [at, looked] = [from, 0]; at <= to && looked < 3660; [at, looked] = [nextDay(at), looked + 1]) if (isWorkingDay(at, holidays)) days++
  return days
}
