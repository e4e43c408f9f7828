import { z } from 'zod'
import { workingRoles } from '#shared/model/roles.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { confirmCodes, gradingStages, yearMarks } from '#shared/model/states.ts'
import { gradingRecordSchema } from './grading.ts'
import { codesSchema, idSchema, idsSchema, listOf, pageSchema, savedSchema, saveItem, shortTextSchema, sortSchema, textSchema } from './lists.ts'
import { measureRowSchema } from './measures.ts'
import { procedure } from './procedure.ts'

export const riskSortColumns = ['number', 'grade', 'category', 'department', 'measureCount', 'updatedAt', 'reviewDue', 'reviewSince'] as const

export const riskFilterSchema = z.object({
  /** Searches power, title and manifestation. */
  text: z.string().max(200).optional(),
  manifestation: z.string().max(200).optional(),
  powerName: z.string().max(200).optional(),
  powerId: idSchema.optional(),
  departmentIds: codesSchema.optional(),
  categoryCodes: codesSchema.optional(),
  gradeCodes: codesSchema.optional(),
  stages: z.array(z.enum([...gradingStages, ''])).optional(),
  /** Only points that wait for a person's confirmation (true), or only those that do not (false). */
  toConfirm: z.boolean().optional(),
  hasMeasure: z.boolean().optional(),
  likelihood: z.number().optional(),
  consequence: z.number().optional(),
  postIds: codesSchema.optional(),
  entryStates: z.array(z.enum(entryStates)).max(entryStates.length).optional(),
  /** Under review past its date. */
  reviewOverdue: z.boolean().optional(),
  /** Judged before, materially different since. */
  toReExamine: z.boolean().optional(),
  /** A higher role is asked in place of the usual ones, because nobody of those is left who may judge. */
  askedRoles: z.array(z.enum(workingRoles)).max(workingRoles.length).optional(),
  /** A lowering is part of its way. */
  lowered: z.boolean().optional(),
  /** What the working year has done to them; 'cancelled' brings those withdrawn in this year. */
  yearMarks: z.array(z.enum(yearMarks)).optional(),
  /** Only points whose grade was carried over and waits to be confirmed in this year (true), or only the others (false). */
  gradeToConfirm: z.boolean().optional(),
})
export type RiskFilter = z.infer<typeof riskFilterSchema>

export const riskRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  revision: z.number().int(),
  powerId: idSchema,
  powerName: z.string(),
  powerCode: z.string().nullable(),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  stepId: z.string().nullable(),
  stepName: z.string().nullable(),
  categoryCode: z.string().nullable(),
  title: z.string().nullable(),
  manifestation: z.string(),
  gradeCode: z.string().nullable(),
  gradingStage: z.enum(gradingStages).nullable(),
  likelihood: z.number().nullable(),
  consequence: z.number().nullable(),
  confirmCode: z.enum(confirmCodes).nullable(),
  directOwner: z.string().nullable(),
  departmentHead: z.string().nullable(),
  responsibleLeader: z.string().nullable(),
  measureCount: z.number().int(),
  yearMark: z.enum(yearMarks).nullable(),
  gradeToConfirm: z.boolean(),
  /** Contents of the first measures, in order, for the list. */
  measures: z.array(z.string()),
  entryState: z.enum(entryStates),
  /** The grade proposed now. */
  entryGrade: z.string().nullable(),
  /** UTC instant at which the state was reached. */
  entrySince: z.string().nullable(),
  /** Local calendar date by which the step waited for is due. */
  entryDueOn: z.string().nullable(),
  determinedGrade: z.string().nullable(),
  toReExamine: z.boolean(),
  lowered: z.boolean(),
  updatedAt: z.string(),
})
export type RiskRow = z.infer<typeof riskRowSchema>

export const riskPatchSchema = z.object({
  powerId: idSchema,
  departmentId: idSchema.nullable(),
  postId: idSchema.nullable(),
  stepId: idSchema.nullable(),
  categoryCode: shortTextSchema.nullable(),
  title: shortTextSchema.nullable(),
  manifestation: z.string().trim().min(1).max(40_000),
  existingRules: textSchema.nullable(),
  directOwner: shortTextSchema.nullable(),
  departmentHead: shortTextSchema.nullable(),
  responsibleLeader: shortTextSchema.nullable(),
  pastCase: z.boolean(),
}).partial()
export type RiskPatch = z.infer<typeof riskPatchSchema>

export const riskDetailSchema = riskRowSchema.extend({
  existingRules: z.string().nullable(),
  pastCase: z.boolean(),
  powerTypeCode: z.string().nullable(),
  createdAt: z.string(),
  /** Linked measures in order; overrides the short list of the row. */
  controlMeasures: z.array(measureRowSchema),
  gradings: z.array(gradingRecordSchema),
})
export type RiskDetail = z.infer<typeof riskDetailSchema>

export const risks = {
  list: procedure('register.read')
    .input(pageSchema.extend({ filter: riskFilterSchema.default({}), sort: sortSchema(riskSortColumns).optional() }))
    .output(listOf(riskRowSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(riskDetailSchema),
  create: procedure('entry.edit', 'asks').input(riskPatchSchema.required({ powerId: true, manifestation: true })).output(z.object({ id: idSchema })),
  save: procedure('entry.edit', 'risk-point').input(z.object({ items: z.array(saveItem(riskPatchSchema)).min(1).max(5000) })).output(savedSchema),
  /** Says that a flagged point is right as it stands. */
  confirm: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ confirmed: z.number().int() })),
  withdraw: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ withdrawn: z.number().int() })),
  reinstate: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ reinstated: z.number().int() })),
}
