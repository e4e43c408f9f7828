import { z } from 'zod'
import { locales } from '#shared/model/labels.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { exportFormats, largestLogo, reportFormats, reportGroups, reportSubjects } from '#shared/model/report-orders.ts'
import { localeSchema } from './exchange.ts'
import { idSchema, listOf, pageSchema } from './lists.ts'
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

export const reportKindSchema = z.object({
  code: z.string(),
  group: z.enum(reportGroups),
  formats: z.array(z.enum(reportFormats)),
  editions: z.array(z.enum(reportEditions)),
  subject: z.enum(reportSubjects),
  /** Whether a subject can be chosen, and whether departments can. With both, one of them is. */
  bySubject: z.boolean(),
  byDepartment: z.boolean(),
  ownWords: z.boolean(),
})
export type ReportKindInfo = z.infer<typeof reportKindSchema>

/** What a paper is asked for by. `subject`: an id, or a code or name by which exactly one is found. */
const paperOrderSchema = z.object({
  kind: z.string().max(60),
  year: yearSchema,
  edition: z.enum(reportEditions),
  locale: localeSchema,
  subject: z.string().trim().min(1).max(500).optional(),
  departmentIds: z.array(idSchema).max(500).optional(),
  texts: reportTextsSchema.optional(),
})

export const exportSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  reportNumber: z.string(),
  kind: z.string(),
  edition: z.enum(reportEditions),
  year: z.number().int(),
  format: z.enum(exportFormats),
  locale: z.enum(locales),
  subject: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  purpose: z.string(),
  archiveHash: z.string().nullable(),
  headNumber: z.number().int().nullable(),
  headHash: z.string().nullable(),
  exportedBy: z.string(),
  exportedAt: z.string(),
})
export type ReportExport = z.infer<typeof exportSchema>

const exportFilterSchema = z.object({ kinds: z.array(z.string().max(60)).max(100).optional(), editions: z.array(z.enum(reportEditions)).optional(), text: z.string().trim().max(200).optional() })

const watermarkSchema = z.string().trim().max(40)

export const reportSettingsSchema = z.object({
  /** The office in red over its papers; '' for none. */
  redHead: z.string().trim().max(60),
  /** Holds {year} and {number}. */
  numberPattern: z.string().trim().min(1).max(80),
  /** Whether the number stands under the head as the number of the document. */
  numberOnTop: z.boolean(),
  /** '' for none. */
  watermarks: z.object({ public: watermarkSchema, internal: watermarkSchema, assessment: watermarkSchema }),
  logo: z.object({ type: z.enum(['png', 'jpg']), width: z.number().int(), height: z.number().int(), base64: z.string() }).nullable(),
  /** 0 while nothing was ever set. */
  revision: z.number().int(),
})
export type ReportSettings = z.infer<typeof reportSettingsSchema>

const revisionSchema = z.object({ revision: z.number().int() })

export const reports = {
  /** Everything that can be reported, and whether this computer can print it as PDF. */
  kinds: procedure('register.read').output(z.object({ kinds: z.array(reportKindSchema), canPrint: z.boolean() })),
  /** What a report of a kind may be about: those a text finds. */
  subjects: procedure('register.read').input(z.object({ kind: z.string().max(60), year: yearSchema, text: z.string().trim().max(200).default(''), locale: localeSchema }))
    .output(z.array(z.object({ id: z.string(), label: z.string(), note: z.string() }))),
  /** The page a report would be printed from, as HTML. It has no number yet and is not logged. */
  preview: procedure('report.export').input(paperOrderSchema).output(longWork(z.string())),
  /** Writes a report as a file, which then stands in the log of exports. */
  write: procedure('report.export').input(paperOrderSchema.extend({ format: z.enum(reportFormats), purpose: z.string().trim().max(500) })).output(longWork(z.file())),
  exports: procedure('register.read').input(pageSchema.extend(exportFilterSchema.shape)).output(listOf(exportSchema)),
  exportLog: procedure('report.export').input(exportFilterSchema.extend({ locale: localeSchema })).output(longWork(z.file())),
  settings: procedure('register.read').output(reportSettingsSchema),
  saveSettings: procedure('rules.edit').input(reportSettingsSchema.omit({ logo: true })).output(revisionSchema),
  /** Without a file the logo is taken away. */
  saveLogo: procedure('rules.edit').input(z.object({ file: z.file().max(largestLogo.bytes * 4).optional(), revision: z.number().int() })).output(revisionSchema),
  archives: procedure('register.read').output(z.array(archiveSchema)),
  /** Freezes a year: what the register holds now, under one hash. Refused with `year.frozen` the second time. */
  freeze: procedure('year.freeze').input(z.object({ year: yearSchema })).output(longWork(archiveSchema)),
  /** What would keep the annual report from being written, or should be looked at before. */
  check: procedure('register.read').input(z.object({ year: yearSchema })).output(z.object({ source: z.enum(['archive', 'register']), discrepancies: z.array(discrepancySchema), powers: z.number().int(), riskPoints: z.number().int(), controlMeasures: z.number().int() })),
  /** The annual report in its internal edition, as `write` would write it; for unattended runs, which have a purpose of their own only where they say so. */
  annual: procedure('report.export').input(z.object({ year: yearSchema, locale: localeSchema, texts: reportTextsSchema.default({}), format: z.enum(reportFormats), purpose: z.string().trim().min(1).max(500).optional() })).output(longWork(z.file())),
}
