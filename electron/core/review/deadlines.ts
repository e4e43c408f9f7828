import type { Ladder } from '#shared/model/review/ladder.ts'
import type { Stop } from '#shared/model/review/way.ts'
import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'

/** The local date by which a stop is due; null where nothing is waited for. */
export function dueOn({ steps }: Ladder, stop: Stop, { today, holidays }: { today: string; holidays: Holidays }): string | null {
  const step = steps[stop.step]
  return step === undefined ? null : workingDaysAfter(today, step.days, holidays)
}
