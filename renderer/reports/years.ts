/** Months into a year during which people still report on the one before. */
const reportingMonths = 3

/** The year the officer most likely reports on: until the end of March it is the last one. */
export function yearInWork(today: Date): number {
  return today.getMonth() < reportingMonths ? today.getFullYear() - 1 : today.getFullYear()
}

/**
 * The first year from a given one on that is open: a report of it is read from today's register. What stands on a screen
 * of today is written as it stands there, even where it bears a date of a year that was frozen since.
 */
export function openYearFrom(year: number, frozen: readonly number[]): number {
  return Math.max(year, ...frozen.map((kept) => kept + 1))
}

/** Years to choose from, the latest first: this one, the four before unless a later one is frozen and they are not, and every frozen one. */
export function offeredYears(today: Date, frozen: readonly number[]): number[] {
  const last = Math.max(...frozen, 0)
  const recent = Array.from({ length: 5 }, (_, back) => today.getFullYear() - back).filter((year) => year > last)
  return [...new Set([...recent, ...frozen])].toSorted((a, b) => b - a)
}
