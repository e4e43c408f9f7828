import type { Change } from '../database/database.ts'
import type { Report } from '../long-work.ts'
import { openEntriesForYear } from '../review/open-year.ts'

export interface StartedYear { readonly year: number; readonly carriedFrom: number }

/** What an area does in the register when a year begins, within the change that begins it; it tells how far it is, as long work does. */
export type YearStep = (change: Change, started: StartedYear, report: Report) => Promise<void>

/** What else begins anew with a year, in this order. An area adds its own line here. */
export const yearSteps: readonly YearStep[] = [openEntriesForYear]
