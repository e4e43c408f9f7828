const dayLength = 86_400_000

const at = (date: string): Date => new Date(`${date}T00:00:00Z`)
const written = (date: Date): string => date.toISOString().slice(0, 10)

/** The local calendar date so many days before another. */
export const daysBefore = (date: string, days: number): string => written(new Date(at(date).getTime() - days * dayLength))

/** Days from one date to a later one. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to).getTime() - at(from).getTime()) / dayLength)

/** The same day so many months before, or the last of that month. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return written(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))))
}
