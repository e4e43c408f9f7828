import { z } from 'zod'
import { discretions, yearMarks } from '#shared/model/states.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema, savedSchema, saveItem, shortTextSchema, sortSchema, textSchema } from './lists.ts'
import { measureRowSchema } from './measures.ts'
import { procedure } from './procedure.ts'
import { riskRowSchema } from './risks.ts'

export const powerSortColumns = ['number', 'code', 'name', 'type', 'department', 'riskCount', 'updatedAt'] as const

export const powerFilterSchema = z.object({
  /** Searches name, code and legal basis. */
  text: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
  code: z.string().max(200).optional(),
  departmentIds: codesSchema.optional(),
  typeCodes: codesSchema.optional(),
  discretion: z.array(z.enum(discretions)).optional(),
  hasRisk: z.boolean().optional(),
  hasBenchmark: z.boolean().optional(),
  hasSteps: z.boolean().optional(),
  /** What the working year has done to them; 'cancelled' brings those withdrawn in this year. */
  yearMarks: z.array(z.enum(yearMarks)).optional(),
})
export type PowerFilter = z.infer<typeof powerFilterSchema>

export const powerRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  revision: z.number().int(),
  code: z.string().nullable(),
  typeCode: z.string().nullable(),
  name: z.string(),
  subItem: z.string(),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  statutoryLimit: z.string().nullable(),
  promisedLimit: z.string().nullable(),
  publicity: z.string().nullable(),
  discretion: z.enum(discretions),
  benchmarkNo: z.string().nullable(),
  benchmarkCalibratedOn: z.string().nullable(),
  riskCount: z.number().int(),
  stepCount: z.number().int(),
  yearMark: z.enum(yearMarks).nullable(),
  updatedAt: z.string(),
})
export type PowerRow = z.infer<typeof powerRowSchema>

export const powerPatchSchema = z.object({
  code: shortTextSchema.nullable(),
  codeScheme: shortTextSchema.nullable(),
  typeCode: shortTextSchema.nullable(),
  name: z.string().trim().min(1).max(2000),
  subItem: z.string().trim().max(2000),
  departmentId: idSchema.nullable(),
  postId: idSchema.nullable(),
  exercisedBy: shortTextSchema.nullable(),
  statutoryLimit: shortTextSchema.nullable(),
  promisedLimit: shortTextSchema.nullable(),
  feeBasis: textSchema.nullable(),
  publicity: shortTextSchema.nullable(),
  discretion: z.enum(discretions),
  benchmarkNo: shortTextSchema.nullable(),
  benchmarkCalibratedOn: dateSchema.nullable(),
  duties: textSchema.nullable(),
  liability: textSchema.nullable(),
  remarks: textSchema.nullable(),
  threeMajors: z.boolean(),
  pastCase: z.boolean(),
  /** The whole list in order. */
  legalBases: z.array(textSchema.min(1)).max(200),
  /** The whole list in order; an existing step keeps its id. A step that risk points stand on cannot be left out. */
  steps: z.array(z.object({ id: idSchema.optional(), name: z.string().trim().min(1).max(200) })).max(100),
}).partial()
export type PowerPatch = z.infer<typeof powerPatchSchema>

export const powerDetailSchema = powerRowSchema.extend({
  codeScheme: z.string().nullable(),
  exercisedBy: z.string().nullable(),
  feeBasis: z.string().nullable(),
  duties: z.string().nullable(),
  liability: z.string().nullable(),
  remarks: z.string().nullable(),
  threeMajors: z.boolean(),
  pastCase: z.boolean(),
  createdAt: z.string(),
  legalBases: z.array(z.string()),
  steps: z.array(z.object({ id: idSchema, name: z.string(), riskCount: z.number().int() })),
  /** At most 200, in order of number; `riskCount` tells how many there are. */
  riskPoints: z.array(riskRowSchema),
  measures: z.array(measureRowSchema.extend({ riskPointIds: z.array(idSchema) })),
})
export type PowerDetail = z.infer<typeof powerDetailSchema>

export const powers = {
  list: procedure('register.read')
    .input(pageSchema.extend({ filter: powerFilterSchema.default({}), sort: sortSchema(powerSortColumns).optional() }))
    .output(listOf(powerRowSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(powerDetailSchema),
  create: procedure('power.edit', 'asks').input(powerPatchSchema.required({ name: true })).output(z.object({ id: idSchema })),
  save: procedure('power.edit', 'power').input(z.object({ items: z.array(saveItem(powerPatchSchema)).min(1).max(5000) })).output(savedSchema),
  /** Takes powers out of force. Refused with `power.has-risk-points` while risk points in force stand on one. */
  withdraw: procedure('power.edit', 'power').input(z.object({ ids: idsSchema })).output(z.object({ withdrawn: z.number().int() })),
  /** Puts withdrawn powers back in force. */
  reinstate: procedure('power.edit', 'power').input(z.object({ ids: idsSchema })).output(z.object({ reinstated: z.number().int() })),
}
