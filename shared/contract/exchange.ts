import { z } from 'zod'
import { idSchema } from './lists.ts'
import { measureFilterSchema } from './measures.ts'
import { powerFilterSchema } from './powers.ts'
import { longWork, procedure } from './procedure.ts'
import { riskFilterSchema } from './risks.ts'

export const localeSchema = z.enum(['zh-CN', 'en'])
export const fileSchema = z.file().max(64 * 1024 * 1024)

/** What is said about one place of a file. `error` rejects its row, `confirm` lets it in flagged, `note` only tells. */
export const importIssueSchema = z.object({
  level: z.enum(['error', 'confirm', 'note']),
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportIssue = z.infer<typeof importIssueSchema>

const countsSchema = z.object({ created: z.number().int(), updated: z.number().int(), unchanged: z.number().int() })
export type ImportCounts = z.infer<typeof countsSchema>

export const importSummarySchema = z.object({
  powers: countsSchema,
  riskPoints: countsSchema,
  controlMeasures: countsSchema,
  rejected: z.number().int(),
  flagged: z.number().int(),
})
export type ImportSummary = z.infer<typeof importSummarySchema>

/** One row of the preview: what the register would gain or change by it. */
export const plannedChangeSchema = z.object({
  entity: z.enum(['power', 'risk-point', 'control-measure']),
  kind: z.enum(['new', 'changed', 'unchanged', 'rejected']),
  sheet: z.string(),
  row: z.number().int(),
  label: z.string(),
  differences: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type PlannedChange = z.infer<typeof plannedChangeSchema>

export const sheetReadingSchema = z.object({
  sheet: z.string(),
  /** null where the sheet was left out. */
  formCode: z.string().nullable(),
  headerRow: z.number().int().nullable(),
  rows: z.number().int(),
  columns: z.array(z.object({
    index: z.number().int(),
    header: z.string(),
    field: z.string().nullable(),
    /** Read as a factor of a grading method, under the column's own name. */
    isFactor: z.boolean(),
    /** Somebody decided that it is not to be read. */
    isIgnored: z.boolean(),
    /** The first different values, shortened, to tell by what the column holds. */
    samples: z.array(z.string()),
  })),
  /** Fields a column of this form can be mapped to by hand. */
  fields: z.array(z.string()),
  leftOut: z.array(z.object({ row: z.number().int().nullable(), code: z.string() })),
})
export type SheetReading = z.infer<typeof sheetReadingSchema>

export const importPlanSchema = z.object({
  planId: idSchema,
  fileName: z.string(),
  formCodes: z.array(z.string()),
  sheets: z.array(sheetReadingSchema),
  summary: importSummarySchema,
  issues: z.array(importIssueSchema),
  /** Total number of issues; `issues` holds the first 2 000. */
  issueTotal: z.number().int(),
  /** The first 2 000, changed and new before unchanged. */
  changes: z.array(plannedChangeSchema),
  changeTotal: z.number().int(),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

export const importBatchSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  fileName: z.string(),
  formCodes: z.array(z.string()),
  summary: importSummarySchema,
  state: z.enum(['applied', 'undone']),
  importedBy: z.string(),
  importedAt: z.string(),
  undoneAt: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof importBatchSchema>

/** By sheet, then header key (folded text) → field, or 'ignore'. */
export const manualMappingSchema = z.record(z.string().max(200), z.record(z.string().max(2000), z.string().max(100)))

export const listExportSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('powers'), filter: powerFilterSchema.default({}) }),
  z.object({ list: z.literal('risks'), filter: riskFilterSchema.default({}) }),
  z.object({ list: z.literal('measures'), filter: measureFilterSchema.default({}) }),
])

export const templateCodes = ['power-catalogue-a', 'power-catalogue-b', 'risk-list-9', 'risk-list-10', 'risk-situation-7', 'risk-survey', 'grading-sheet'] as const

export const exchange = {
  /** Reads a workbook and says what importing it would do. Changes nothing except remembering hand-made column mappings. */
  plan: procedure('register.import', 'asks')
    /** `locale`: the language of labels inside the plan; Chinese where none is given. */
    .input(z.object({ file: fileSchema, mapping: manualMappingSchema.default({}), locale: localeSchema.optional() }))
    .output(longWork(importPlanSchema)),
  /**
   * Carries out a plan: all accepted rows or none. Refused with `import.plan-outdated` when the register has changed
   * since the plan was made.
   */
  apply: procedure('register.import', 'asks').input(z.object({ planId: idSchema })).output(longWork(importBatchSchema)),
  discard: procedure('register.import', 'asks').input(z.object({ planId: idSchema })).output(z.object({ discarded: z.boolean() })),
  batches: procedure('register.read').output(z.array(importBatchSchema)),
  /** Takes a whole import back. Refused with `import.built-upon` when records of it were changed afterwards. */
  undo: procedure('register.import', 'asks').input(z.object({ batchId: idSchema })).output(longWork(importBatchSchema)),
  template: procedure('register.read').input(z.object({ form: z.enum(templateCodes), format: z.enum(['xlsx', 'csv']), locale: localeSchema })).output(z.file()),
  exportList: procedure('report.export').input(z.object({ of: listExportSchema, format: z.enum(['xlsx', 'csv']), locale: localeSchema })).output(longWork(z.file())),
}
