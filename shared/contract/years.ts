import { z } from 'zod'
import { yearMarks } from '#shared/model/states.ts'
import { localeSchema } from './exchange.ts'
import { codesSchema, idSchema, listOf, pageSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'
import { archiveSchema, yearSchema } from './reports.ts'

export const markedEntities = ['power', 'risk-point', 'control-measure'] as const

/** A frozen year as the list of years shows it. */
export const frozenYearSchema = archiveSchema.extend({
  /** The last entry of the log before the year was frozen; null where the log was not chained yet. */
  log: z.object({ number: z.number().int(), hash: z.string() }).nullable(),
})
export type FrozenYearRow = z.infer<typeof frozenYearSchema>

export const currentYearSchema = z.object({
  /** The year that is being worked in; null while no year has been started from another. */
  year: yearSchema.nullable(),
  carriedFrom: yearSchema.nullable(),
  startedAt: z.string().nullable(),
  startedBy: z.string().nullable(),
  /** The year that could be started next, and why it cannot, as the code of a refusal; null where it can. */
  next: yearSchema,
  obstacle: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** Records by what the year has done to them. */
  marks: z.array(z.object({ entity: z.enum(markedEntities), mark: z.enum(yearMarks), records: z.number().int() })),
  /** Grades carried over that nobody has confirmed in this year. */
  gradesToConfirm: z.number().int(),
})
export type CurrentYear = z.infer<typeof currentYearSchema>

/** What became of a risk point. A point that stands in both years may bear several. */
export const differenceKinds = ['new', 'cancelled', 'raised', 'lowered', 'measures', 'text'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

const kindCountsSchema = z.object({ new: z.number().int(), cancelled: z.number().int(), raised: z.number().int(), lowered: z.number().int(), measures: z.number().int(), text: z.number().int() })

export const comparisonSchema = z.object({
  /** Under this the list of the very same comparison is asked for. */
  id: idSchema,
  from: yearSchema,
  to: yearSchema.nullable(),
  earlierTotal: z.number().int(),
  laterTotal: z.number().int(),
  /** Points that stand in both and differ in nothing. */
  unchanged: z.number().int(),
  totals: kindCountsSchema,
  /** '' where a point belongs to none. Of a point that moved, the later department. */
  byDepartment: z.array(kindCountsSchema.extend({ departmentId: z.string(), departmentName: z.string(), points: z.number().int() })),
})
export type Comparison = z.infer<typeof comparisonSchema>

export const differenceSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  kinds: z.array(z.enum(differenceKinds)),
  powerName: z.string(),
  departmentName: z.string().nullable(),
  manifestation: z.string(),
  gradeBefore: z.string().nullable(),
  gradeAfter: z.string().nullable(),
  /** Fields of the point whose text or reference differs. */
  fields: z.array(z.string()),
  measuresAdded: z.array(z.string()),
  measuresGone: z.array(z.string()),
  /** Measures that serve the point in both years, and whose words, owner or date differ. */
  measuresChanged: z.array(z.string()),
  /** Why: what was written with the grading, or what the log says of the withdrawal, the entry or the change. */
  reason: z.object({ action: z.string(), text: z.string(), by: z.string(), approver: z.string().nullable(), at: z.string(), fileName: z.string().nullable() }).nullable(),
  /** Whether the point can be opened in today's register. */
  stands: z.boolean(),
})
export type Difference = z.infer<typeof differenceSchema>

export const differenceFilterSchema = z.object({ kinds: z.array(z.enum(differenceKinds)).optional(), departmentIds: codesSchema.optional() })
export type DifferenceFilter = z.infer<typeof differenceFilterSchema>

export const years = {
  current: procedure('register.read').output(currentYearSchema),
  /** The frozen years, the latest first. */
  frozen: procedure('register.read').output(z.array(frozenYearSchema)),
  /**
   * Makes a frozen year ready to be looked at: afterwards every reading procedure answers from it where the call names
   * the year. Refused with `archive.missing`, `archive.tampered`, `archive.too-old`.
   */
  open: procedure('register.read').input(z.object({ year: yearSchema })).output(longWork(frozenYearSchema)),
  /**
   * Starts a year from the last one, which must be frozen: everything is carried over, marks begin anew, grades wait to
   * be confirmed. Refused with `year.last-not-frozen`, `year.nothing-frozen`, `year.already-started`, `year.too-far`.
   */
  start: procedure('year.start').input(z.object({ year: yearSchema })).output(longWork(currentYearSchema)),
  /** Compares a frozen year with another or, without `to`, with today's register. */
  compare: procedure('register.read').input(z.object({ from: yearSchema, to: yearSchema.nullable() })).output(longWork(comparisonSchema)),
  /** Refused with `comparison.gone` when the comparison is no longer kept: compare again. */
  compareRows: procedure('register.read').input(pageSchema.extend({ comparisonId: idSchema, filter: differenceFilterSchema.default({}) })).output(listOf(differenceSchema)),
  exportComparison: procedure('report.export').input(z.object({ comparisonId: idSchema, filter: differenceFilterSchema.default({}), locale: localeSchema })).output(longWork(z.file())),
}
