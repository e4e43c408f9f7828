import { z } from 'zod'
import { workingRoles } from '#shared/model/roles.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { confirmCodes, gradingStages, yearMarks } from '#shared/model/states.ts'
import { riskFigureKinds } from '#shared/model/controls.ts'
import { factorsSchema, gradingRecordSchema } from './grading.ts'
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
  /** By the grade expected once the planned measures work; '' stands for those not estimated. */
  expectedGrades: codesSchema.optional(),
  /** By the grade found after inspection; '' stands for those not inspected. */
  verifiedGrades: codesSchema.optional(),
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
  /** The grade it would have once its planned measures work. */
  expectedGrade: z.string().nullable(),
  /** The grade found after inspection. */
  verifiedGrade: z.string().nullable(),
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

/** A grade beside the inherent one, by the method that was in force. */
export const riskFigureSchema = z.object({
  id: idSchema,
  figure: z.enum(riskFigureKinds),
  methodLabels: z.object({ 'zh-CN': z.string(), en: z.string() }),
  methodVersion: z.number().int(),
  methodVersionId: idSchema,
  factors: factorsSchema,
  score: z.number().nullable(),
  computedGrade: z.string(),
  overrides: z.array(z.string()),
  grade: z.string(),
  reason: z.string(),
  setBy: z.string(),
  setAt: z.string(),
  setOn: z.string(),
})
export type RiskFigure = z.infer<typeof riskFigureSchema>

export const riskDetailSchema = riskRowSchema.extend({
  existingRules: z.string().nullable(),
  pastCase: z.boolean(),
  powerTypeCode: z.string().nullable(),
  createdAt: z.string(),
  /** Linked measures in order; overrides the short list of the row. */
  controlMeasures: z.array(measureRowSchema),
  gradings: z.array(gradingRecordSchema),
  /** Every expected and every verified grade it was given, newest first. */
  figures: z.array(riskFigureSchema),
})
export type RiskDetail = z.infer<typeof riskDetailSchema>

const figureOrderSchema = z.object({
  riskPointId: idSchema,
  /** The revision that was looked at. */
  revision: z.number().int(),
  factors: factorsSchema,
  reason: textSchema.default(''),
})

export const risks = {
  list: procedure('register.read')
    .input(pageSchema.extend({ filter: riskFilterSchema.default({}), sort: sortSchema(riskSortColumns).optional() }))
    .output(listOf(riskRowSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(riskDetailSchema),
  create: procedure('entry.edit', 'asks').input(riskPatchSchema.required({ powerId: true, manifestation: true })).output(z.object({ id: idSchema })),
  save: procedure('entry.edit', 'risk-point').input(z.object({ items: z.array(saveItem(riskPatchSchema)).min(1).max(5000) })).output(savedSchema),
  /** Says that a flagged point is right as it stands. */
  confirm: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ confirmed: z.number().int() })),
  /** Grades by the method in force what a point would be once its planned measures work. */
  setExpected: procedure('figure.expect', 'risk-point').input(figureOrderSchema).output(z.object({ grade: z.string() })),
  /** Grades by the method in force what inspection found a point to be; it takes a reason and somebody who did not write it. */
  setVerified: procedure('figure.verify', 'risk-point').input(figureOrderSchema).output(z.object({ grade: z.string() })),
  /** The refusal a verification by the caller would meet; null where there is none. */
  mayNotVerify: procedure('register.read').input(z.object({ id: idSchema })).output(z.object({ code: z.enum(['figure.own-entry', 'figure.own-post', 'figure.own-estimate']).nullable() })),
  withdraw: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ withdrawn: z.number().int() })),
  reinstate: procedure('entry.edit', 'risk-point').input(z.object({ ids: idsSchema })).output(z.object({ reinstated: z.number().int() })),
}
