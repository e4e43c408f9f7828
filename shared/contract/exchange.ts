import { z } from 'zod'
import { idSchema } from './lists.ts'
import { measureFilterSchema } from './measures.ts'
import { powerFilterSchema } from './powers.ts'
import { longWork, procedure } from './procedure.ts'
import { riskFilterSchema } from './risks.ts'

export const localeSchema = z.enum(['zh-CN', 'en'])
export const fileSchema = z.file().max(64 * 1024 * 1024)

/** Forms in the order in which they build on each other: powers, then lists of points, then what only adds to points. */
export const formCodes = ['power-catalogue-a', 'power-catalogue-b', 'risk-list-9', 'risk-list-10', 'risk-situation-7', 'risk-survey', 'grading-sheet', 'measure-list'] as const
const formCodeSchema = z.enum(formCodes)

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
  /** Its place in the workbook, counted from 0. */
  sheetIndex: z.number().int(),
  /** null where the sheet was left out. */
  formCode: formCodeSchema.nullable(),
  headerRow: z.number().int().nullable(),
  /** Where the header begins; `headerRow` is its last row. */
  headerFirst: z.number().int().nullable(),
  /** Whose word it is that this is such a table: the form's own titles, a layout that was remembered, or somebody's just now. */
  by: z.enum(['form', 'memory', 'hand']).nullable(),
  /** The layout that was remembered. */
  layoutId: idSchema.nullable(),
  /** Of one read by hand: a table above it is read as well. */
  keepsAbove: z.boolean(),
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

/**
 * A header to be read as somebody says: one that no form knows, or that a form knows wrongly. Rows are counted from 1,
 * columns from 0.
 */
export const readAsSchema = z.object({
  /** The sheet by its place in the workbook, counted from 0, or by its name; null: the only one with something in it. */
  sheet: z.union([z.int().min(0).max(100_000), z.string().max(500)]).nullable(),
  form: formCodeSchema,
  headerFirst: z.int().min(1).max(2_000_000),
  /** null: as far down as cells merged with the first row reach. */
  headerLast: z.int().min(1).max(2_000_000).nullable(),
  /** What columns hold: a field of the form, 'factor' or 'ignore'. null: as suggested; refused where a column is not. */
  columns: z.array(z.object({ index: z.int().min(0).max(16_383), meaning: z.string().max(100) })).max(500).nullable(),
  /** Titles of columns that are not to be read, where `columns` is null. */
  ignored: z.array(z.string().max(500)).max(500).default([]),
  /** A table above in the same sheet is read as well; otherwise what stands above is title. */
  keepsAbove: z.boolean().default(false),
  /** Headers like this one are read the same way from now on. */
  remember: z.boolean().default(true),
})
export type ReadAs = z.infer<typeof readAsSchema>

/** The first rows of a sheet, as text, and what it might be. */
export const sheetHeadSchema = z.object({
  /** Long cells are cut; of cells merged in a row only the first has their text. */
  rows: z.array(z.array(z.string())),
  rowTotal: z.number().int(),
  columnTotal: z.number().int(),
  /** Of each row the last one of a header that begins in it, as far as cells merged with it tell. Counted from 1. */
  headerEnds: z.array(z.number().int()),
  guess: z.object({ form: formCodeSchema, headerFirst: z.number().int(), headerLast: z.number().int() }),
})
export type SheetHead = z.infer<typeof sheetHeadSchema>

export const columnSuggestionsSchema = z.object({
  columns: z.array(z.object({
    index: z.number().int(),
    title: z.string(),
    samples: z.array(z.string()),
    /** null where nothing can be said. */
    meaning: z.string().nullable(),
    /** What that rests on: somebody said so before, the title, one that resembles it, or the cells. */
    reason: z.enum(['remembered', 'title', 'similar', 'contents']).nullable(),
  })),
  /** What a column of the form can hold; a table without a required one is not read. */
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  /** Other columns may be factors of a grading method. */
  freeFactors: z.boolean(),
})
export type ColumnSuggestions = z.infer<typeof columnSuggestionsSchema>

/** What was said by hand before about sheets and columns, and is applied to the next file. */
export const rememberedReadingsSchema = z.object({
  layouts: z.array(z.object({
    id: idSchema,
    form: formCodeSchema,
    fileName: z.string(),
    sheet: z.string(),
    columns: z.array(z.object({ index: z.number().int(), title: z.string(), meaning: z.string() })),
    rememberedBy: z.string(),
    rememberedAt: z.string(),
  })),
  /** Single columns of forms that were recognised; `header` is its key, folded. */
  columns: z.array(z.object({ form: z.string(), header: z.string(), meaning: z.string() })),
})
export type RememberedReadings = z.infer<typeof rememberedReadingsSchema>

export const listExportSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('powers'), filter: powerFilterSchema.default({}) }),
  z.object({ list: z.literal('risks'), filter: riskFilterSchema.default({}) }),
  z.object({ list: z.literal('measures'), filter: measureFilterSchema.default({}) }),
])

export const templateCodes = ['power-catalogue-a', 'power-catalogue-b', 'risk-list-9', 'risk-list-10', 'risk-situation-7', 'risk-survey', 'grading-sheet'] as const

export const exchange = {
  /** Reads a workbook and says what importing it would do. Changes nothing except remembering how columns and sheets are read. */
  plan: procedure('register.import', 'asks')
    /** `locale`: the language of labels inside the plan; Chinese where none is given. */
    .input(z.object({ file: fileSchema, mapping: manualMappingSchema.default({}), readAs: z.array(readAsSchema).max(100).default([]), locale: localeSchema.optional() }))
    .output(longWork(importPlanSchema)),
  /**
   * Carries out a plan: all accepted rows or none. Refused with `import.plan-outdated` when the register has changed
   * since the plan was made.
   */
  apply: procedure('register.import', 'asks').input(z.object({ planId: idSchema })).output(longWork(importBatchSchema)),
  discard: procedure('register.import', 'asks').input(z.object({ planId: idSchema })).output(z.object({ discarded: z.boolean() })),
  /** The first rows of a sheet of a planned file, to choose by how it is to be read. Refused with `import.plan-unknown` when the plan is no longer kept. */
  sheetHead: procedure('register.import', 'asks').input(z.object({ planId: idSchema, sheet: z.int().min(0) })).output(sheetHeadSchema),
  /** What the columns below a header probably hold, read as this form. */
  suggestColumns: procedure('register.import', 'asks')
    .input(z.object({ planId: idSchema, sheet: z.int().min(0), form: formCodeSchema, headerFirst: z.int().min(1), headerLast: z.int().min(1) }))
    .output(columnSuggestionsSchema),
  remembered: procedure('register.read').output(rememberedReadingsSchema),
  /** From now on the header is read as its form's own titles say, or not at all. */
  forgetLayout: procedure('register.import', 'asks').input(z.object({ id: idSchema })).output(z.object({ forgotten: z.boolean() })),
  forgetColumn: procedure('register.import', 'asks').input(z.object({ form: z.string().max(100), header: z.string().max(50_000) })).output(z.object({ forgotten: z.boolean() })),
  batches: procedure('register.read').output(z.array(importBatchSchema)),
  /** Takes a whole import back. Refused with `import.built-upon` when records of it were changed afterwards. */
  undo: procedure('register.import', 'asks').input(z.object({ batchId: idSchema })).output(longWork(importBatchSchema)),
  template: procedure('register.read').input(z.object({ form: z.enum(templateCodes), format: z.enum(['xlsx', 'csv']), locale: localeSchema })).output(z.file()),
  exportList: procedure('report.export').input(z.object({ of: listExportSchema, format: z.enum(['xlsx', 'csv']), locale: localeSchema })).output(longWork(z.file())),
}
