import { termOf } from '#shared/model/warnings/disposal.ts'
import type { DisposalState } from '#shared/model/warnings/disposal.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'

export interface DueSetting { readonly today: string; readonly holidays: Holidays }

/** The local date by which the next step is due; null where nothing is waited for or no term is set. */
export function dueFor(state: DisposalState, { terms }: Pick<WarningLevel, 'terms'>, { today, holidays }: DueSetting): string | null {
  const term = termOf[state]
  const days = term === undefined ? 0 : terms[term]
  return days === 0 ? null : workingDaysAfter(today, days, holidays)
}

/** By when the whole is to be put right if it is issued today: all terms of the department one after the other. */
export const rectifyByFor = ({ terms }: Pick<WarningLevel, 'terms'>, { today, holidays }: DueSetting): string =>
  workingDaysAfter(today, terms.receive + terms.analyse + terms.rectify + terms.complete, holidays)
