import { z } from 'zod'
import { measureEffectivenesses, measureFrequencies } from '#shared/model/controls.ts'
import { largestAttachment } from '#shared/model/attachments.ts'
import { measureProgresses, measureTerms, yearMarks } from '#shared/model/states.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema, savedSchema, saveItem, shortTextSchema, sortSchema, textSchema } from './lists.ts'
import { procedure } from './procedure.ts'

export const measureSortColumns = ['number', 'department', 'kind', 'progress', 'dueOn', 'riskCount'] as const

const daysSchema = z.object({ from: dateSchema, to: dateSchema })

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
  /** By name or by post. */
  hasOwner: z.boolean().optional(),
  /** Exactly this name, where `owner` finds a part of it. */
  ownerName: z.string().max(500).optional(),
  ownerPostIds: codesSchema.optional(),
  /** '' stands for those that do not recur. */
  frequencies: z.array(z.enum([...measureFrequencies, ''])).optional(),
  /** As rated at the last check; '' stands for those never rated. */
  effectiveness: z.array(z.enum([...measureEffectivenesses, ''])).optional(),
  executed: z.boolean().optional(),
  /** The day it is due lies between two days, both included. */
  dueBetween: daysSchema.optional(),
  /** Carried out, or done by hand, between two days, both included. */
  doneBetween: daysSchema.optional(),
  /** Recurring, and due again on this day after the one it is due next. */
  plannedOn: dateSchema.optional(),
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
  ownerPostId: z.string().nullable(),
  ownerPostName: z.string().nullable(),
  term: z.enum(measureTerms),
  /** null: it does not recur. */
  frequency: z.enum(measureFrequencies).nullable(),
  /** Of a recurring measure the day it is next due. */
  dueOn: z.string().nullable(),
  progress: z.enum(measureProgresses),
  doneOn: z.string().nullable(),
  overdue: z.boolean(),
  /** Calendar days since it was due; 0 where it is not overdue. */
  daysLate: z.number().int(),
  effectiveness: z.enum(measureEffectivenesses).nullable(),
  executionCount: z.number().int(),
  lastDoneOn: z.string().nullable(),
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
  ownerPostId: idSchema.nullable(),
  term: z.enum(measureTerms),
  frequency: z.enum(measureFrequencies).nullable(),
  /** The day the periods are counted from; where it is left out, the day it is due. */
  rhythmFrom: dateSchema.nullable(),
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
  rhythmFrom: z.string().nullable(),
  ownerPostDepartment: z.string().nullable(),
  createdAt: z.string(),
  riskPoints: z.array(z.object({
    id: idSchema, number: z.number().int(), powerName: z.string(), manifestation: z.string(), gradeCode: z.string().nullable(),
  })),
})
export type MeasureDetail = z.infer<typeof measureDetailSchema>

/** One time a measure was carried out. */
export const executionSchema = z.object({
  id: idSchema,
  doneOn: z.string(),
  /** The due day it is for; null where the measure had none. */
  dueFor: z.string().nullable(),
  note: z.string(),
  /** Periods that passed without an execution before it. */
  missed: z.number().int(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  evidence: z.array(z.object({ id: idSchema, fileName: z.string(), size: z.number().int() })),
  /** Why it does not count; null where it does. */
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Execution = z.infer<typeof executionSchema>

export const checkSchema = z.object({
  id: idSchema, effectiveness: z.enum(measureEffectivenesses), note: z.string(), checkedOn: z.string(), checkedBy: z.string(), checkedAt: z.string(),
})
export type MeasureCheck = z.infer<typeof checkSchema>

export const calendarCountSchema = z.object({
  day: dateSchema,
  /** Due that day and not done. */
  due: z.number().int(),
  /** The same, where the day has passed. */
  overdue: z.number().int(),
  done: z.number().int(),
  /** Due again that day, behind the day it is due next. */
  planned: z.number().int(),
})
export type CalendarCount = z.infer<typeof calendarCountSchema>

/** Handed in together, so together no larger than one attachment may be. */
const evidenceFiles = z.array(z.file()).max(20).refine((files) => files.reduce((sum, { size }) => sum + size, 0) <= largestAttachment, 'too large')

export const measures = {
  list: procedure('register.read')
    .input(pageSchema.extend({ filter: measureFilterSchema.default({}), sort: sortSchema(measureSortColumns).optional() }))
    .output(listOf(measureRowSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(measureDetailSchema),
  create: procedure('measure.edit', 'asks').input(measurePatchSchema.required({ content: true })).output(z.object({ id: idSchema })),
  save: procedure('measure.edit', 'control-measure').input(z.object({ items: z.array(saveItem(measurePatchSchema)).min(1).max(5000) })).output(savedSchema),
  withdraw: procedure('measure.edit', 'control-measure').input(z.object({ ids: idsSchema })).output(z.object({ withdrawn: z.number().int() })),
  reinstate: procedure('measure.edit', 'control-measure').input(z.object({ ids: idsSchema })).output(z.object({ reinstated: z.number().int() })),
  /** Every execution and every check of a measure, newest first, and whether the caller may rate it. */
  work: procedure('register.read').input(z.object({ id: idSchema })).output(z.object({
    executions: z.array(executionSchema),
    checks: z.array(checkSchema),
    /** The refusal a check by the caller would meet; null where there is none. */
    mayNotCheck: z.enum(['measure.own-check', 'measure.own-post-check', 'measure.own-name-check']).nullable(),
  })),
  /** Records that a measure was carried out; its state follows from the evidence handed over with it. */
  execute: procedure('measure.execute', 'control-measure')
    .input(z.object({ id: idSchema, revision: z.number().int(), doneOn: dateSchema, note: textSchema.default(''), evidence: evidenceFiles.default([]) }))
    .output(z.object({ executionId: idSchema, progress: z.enum(measureProgresses), dueOn: z.string().nullable(), missed: z.number().int() })),
  /** Hands in evidence of an execution later. */
  addEvidence: procedure('measure.execute', 'control-measure')
    .input(z.object({ id: idSchema, executionId: idSchema, evidence: evidenceFiles.refine((files) => files.length > 0, 'no file') }))
    .output(z.object({ progress: z.enum(measureProgresses) })),
  /** Answers an execution that was recorded wrongly; it stays on record and no longer counts. */
  withdrawExecution: procedure('measure.execute', 'control-measure')
    .input(z.object({ id: idSchema, executionId: idSchema, reason: z.string().trim().min(1).max(2000) }))
    .output(z.object({ progress: z.enum(measureProgresses), dueOn: z.string().nullable() })),
  /** Rates how well a measure works: never by somebody who wrote it, carried it out or holds the post that answers for it. */
  check: procedure('measure.check', 'control-measure')
    .input(z.object({ id: idSchema, effectiveness: z.enum(measureEffectivenesses), note: textSchema.default('') }))
    .output(z.object({ checkId: idSchema })),
  /** What is due, done and overdue on each day of a span of at most two months; days with nothing are left out. */
  calendar: procedure('register.read')
    .input(daysSchema.extend({ departmentIds: codesSchema.default([]) }).refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 62 * 24 * 3600_000, 'at most two months'))
    .output(z.array(calendarCountSchema)),
  /** Where what is overdue lies, by department or by who answers for it; the longest overdue first. */
  overdue: procedure('register.read').input(z.object({ by: z.enum(['department', 'owner']) })).output(z.object({
    total: z.number().int(),
    groups: z.array(z.object({
      /** Of the department, or of the post that answers; '' where there is none. */
      id: z.string(), name: z.string(), measures: z.number().int(), mostDaysLate: z.number().int(),
    })),
  })),
}
