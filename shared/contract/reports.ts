import { z } from 'zod'
import { localeSchema } from './exchange.ts'
import { longWork, procedure } from './procedure.ts'

export const yearSchema = z.number().int().min(1990).max(2200)

export const archiveSchema = z.object({
  year: yearSchema,
  frozenAt: z.string(),
  frozenBy: z.string(),
  contentHash: z.string(),
  powers: z.number().int(),
  riskPoints: z.number().int(),
  controlMeasures: z.number().int(),
})
export type Archive = z.infer<typeof archiveSchema>

/** `blocking`: the report is not written while it stands; the others are worth a look before. Sentences: `discrepancy.<code>` of the reports' texts. */
export const discrepancySchema = z.object({ code: z.string(), blocking: z.boolean(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type ReportDiscrepancy = z.infer<typeof discrepancySchema>

export const reportTextsSchema = z.object({
  /** Free text the officer adds to sections 二, 七 and 八. */
  work: z.string().max(20_000).optional(),
  problems: z.string().max(20_000).optional(),
  plans: z.string().max(20_000).optional(),
  documentNo: z.string().max(100).optional(),
})

const annualOrder = { year: yearSchema, locale: localeSchema, texts: reportTextsSchema.default({}) }

export const reports = {
  archives: procedure('register.read').output(z.array(archiveSchema)),
  /** Freezes a year: what the register holds now, under one hash. Refused with `year.frozen` the second time. `confirmed`: what the consistency check finds was shown and accepted. */
  freeze: procedure('year.freeze').input(z.object({ year: yearSchema, confirmed: z.boolean().default(false) })).output(longWork(archiveSchema)),
  /** What would keep the annual report from being written, or should be looked at before. */
  check: procedure('register.read').input(z.object({ year: yearSchema })).output(z.object({ source: z.enum(['archive', 'register']), discrepancies: z.array(discrepancySchema), powers: z.number().int(), riskPoints: z.number().int(), controlMeasures: z.number().int() })),
  /** The annual report from the frozen year, or from today's register where the year is not frozen (and then it says so inside). */
  annual: procedure('report.export').input(z.object({ ...annualOrder, format: z.enum(['docx', 'xlsx', 'pdf']) })).output(longWork(z.file())),
  /** The same report as a page that refers to nothing outside itself, before any file is written. */
  annualPreview: procedure('report.export').input(z.object(annualOrder)).output(longWork(z.string())),
}
