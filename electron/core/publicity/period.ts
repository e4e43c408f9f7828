import { isWorkingDay, workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { ladderInForce } from '../review/ladders.ts'

/** Where the ladder knows no publicity: as long as the field usually posts. */
const usualDays = 7

export const publicityDays = async (db: ReadableDatabase): Promise<number> => (await ladderInForce(db)).steps.find(({ kind }) => kind === 'publicity')?.days ?? usualDays

/** The last day of a period of so many working days; its first day counts where it is one. */
export const lastDay = (startsOn: string, days: number, holidays: Holidays): string => workingDaysAfter(startsOn, isWorkingDay(startsOn, holidays) ? days - 1 : days, holidays)
