import { z } from 'zod'
import { measureProgresses, measureTerms, yearMarks } from '#shared/model/states.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema, savedSchema, saveItem, shortTextSchema, sortSchema, textSchema } from './lists.ts'
import { procedure } from './procedure.ts'

export const measureSortColumns = ['number', 'department', 'kind', 'progress', 'dueOn', 'riskCount'] as const

export const measureFilterSchema = z.object({
  /** Searches content and owner. */
  text: z.string().max(200).optional(),
  content: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  departmentIds: codesSchema.optional(),
  kindCodes: codesSchema.optional(),
  progress: z.array(z.enum(measureProgresses)).optional(),
  terms: z.array(z.enum(measureTerms)).optional(),
  /** Dated, past its day and not done. */
  overdue: z.boolean().optional(),
  hasOwner: z.boolean().optional(),
  riskPointId: idSchema.optional(),
  /** What the working year has done to them; 'cancelled' brings those withdrawn in this year. */
  yearMarks: z.array(z.enum(yearMarks)).optional(),
})
export type MeasureFilter = z.infer<typeof measureFilterSchema>

export const measureRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  revision: z.number().int(),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  kindCode: z.string().nullable(),
  content: z.string(),
  owner: z.string().nullable(),
  term: z.enum(measureTerms),
  dueOn: z.string().nullable(),
  progress: z.enum(measureProgresses),
  doneOn: z.string().nullable(),
  overdue: z.boolean(),
  riskCount: z.number().int(),
  yearMark: z.enum(yearMarks).nullable(),
  updatedAt: z.string(),
})
export type MeasureRow = z.infer<typeof measureRowSchema>

export const measurePatchSchema = z.object({
  departmentId: idSchema.nullable(),
  kindCode: shortTextSchema.nullable(),
  content: z.string().trim().min(1).max(40_000),
  owner: shortTextSchema.nullable(),
  term: z.enum(measureTerms),
  dueOn: dateSchema.nullable(),
  progress: z.enum(measureProgresses),
  doneOn: dateSchema.nullable(),
  remarks: textSchema.nullable(),
  /** The whole set of risk points this measure serves. */
  riskPointIds: z.array(idSchema).max(5000),
}).partial()
export type MeasurePatch = z.infer<typeof measurePatchSchema>

export const measureDetailSchema = measureRowSchema.extend({
  remarks: z.string().nullable(),
  createdAt: z.string(),
  riskPoints: z.array(z.object({
    id: idSchema, number: z.number().int(), powerName: z.string(), manifestation: z.string(), gradeCode: z.string().nullable(),
  })),
})
export type MeasureDetail = z.infer<typeof measureDetailSchema>

export const measures = {
  list: procedure('register.read')
    .input(pageSchema.extend({ filter: measureFilterSchema.default({}), sort: sortSchema(measureSortColumns).optional() }))
    .output(listOf(measureRowSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(measureDetailSchema),
  create: procedure('measure.edit', 'asks').input(measurePatchSchema.required({ content: true })).output(z.object({ id: idSchema })),
  save: procedure('measure.edit', 'control-measure').input(z.object({ items: z.array(saveItem(measurePatchSchema)).min(1).max(5000) })).output(savedSchema),
  withdraw: procedure('measure.edit', 'control-measure').input(z.object({ ids: idsSchema })).output(z.object({ withdrawn: z.number().int() })),
  reinstate: procedure('measure.edit', 'control-measure').input(z.object({ ids: idsSchema })).output(z.object({ reinstated: z.number().int() })),
}
