import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'

const textsSchema = z.object({ documentNo: z.string().optional(), work: z.string().optional(), problems: z.string().optional(), plans: z.string().optional() })
export type ReportTexts = z.infer<typeof textsSchema>

const none: ReportTexts = {}

/** What the officer adds to the report of a year in words of his own; kept as it is typed, so that nothing is lost. */
export const useReportTexts = (year: number) => usePreference<ReportTexts>(`report.${year}.texts`, textsSchema, none)
