import { z } from 'zod'
import { adjustmentKinds, orderedWorks, recordedKinds, taskStates, taskWorks } from '#shared/model/adjustments.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema, shortTextSchema, textSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

/** By what is found what an adjustment touches; what any of them finds is touched. */
export const criteriaSchema = z.object({
  /** Words of a legal basis. */
  basis: shortTextSchema.default(''),
  departmentIds: codesSchema.default([]),
  postIds: codesSchema.default([]),
  /** Part of the name of a process step. */
  step: shortTextSchema.default(''),
  powerIds: codesSchema.default([]),
})
export type Criteria = z.infer<typeof criteriaSchema>

/** Why something is touched. */
export const touchedWays = ['basis', 'department', 'post', 'step', 'chosen', 'power'] as const
export const touchedWaySchema = z.enum(touchedWays)

const touchedPowerSchema = z.object({ id: idSchema, number: z.number().int(), name: z.string(), departmentName: z.string().nullable(), ways: z.array(touchedWaySchema), points: z.number().int() })
const touchedPointSchema = z.object({ id: idSchema, number: z.number().int(), powerId: idSchema, powerName: z.string(), departmentName: z.string().nullable(), manifestation: z.string(), grade: z.string().nullable(), ways: z.array(touchedWaySchema) })
export type TouchedPower = z.infer<typeof touchedPowerSchema>
export type TouchedPoint = z.infer<typeof touchedPointSchema>

export const adjustmentSchema = z.object({
  id: idSchema, number: z.number().int(), kind: z.enum(adjustmentKinds), title: z.string(), happenedOn: z.string(), basis: z.string(), text: z.string(), recordedBy: z.string(), recordedAt: z.string(),
  tasks: z.number().int(), open: z.number().int(), overdue: z.number().int(),
})
export type Adjustment = z.infer<typeof adjustmentSchema>

export const taskFilterSchema = z.object({
  states: z.array(z.enum(taskStates)).optional(), departmentIds: codesSchema.optional(), works: z.array(z.enum(taskWorks)).optional(), adjustmentId: idSchema.optional(), overdue: z.boolean().optional(),
})
export type TaskFilter = z.infer<typeof taskFilterSchema>

export const taskSchema = z.object({
  id: idSchema, number: z.number().int(), adjustmentId: idSchema, adjustmentTitle: z.string(), adjustmentKind: z.enum(adjustmentKinds), powerId: idSchema, powerName: z.string(),
  riskPointId: idSchema.nullable(), riskPointNumber: z.number().int().nullable(), manifestation: z.string().nullable(), departmentName: z.string().nullable(), work: z.enum(taskWorks),
  dueOn: z.string(), overdue: z.boolean(), state: z.enum(taskStates), reason: z.string(), settledBy: z.string().nullable(), settledAt: z.string().nullable(),
})
export type Task = z.infer<typeof taskSchema>

export const adjustments = {
  start: procedure('register.read').output(z.object({ today: z.string(), dueOn: z.string() })),
  /** What an adjustment would touch: the first rows and how many there are. */
  touched: procedure('register.read').input(z.object({ criteria: criteriaSchema, limit: z.number().int().min(1).max(1000).default(300) })).output(z.object({
    powers: z.object({ total: z.number().int(), rows: z.array(touchedPowerSchema) }), points: z.object({ total: z.number().int(), rows: z.array(touchedPointSchema) }),
  })),
  record: procedure('adjustment.record', 'asks')
    .input(z.object({
      kind: z.enum(recordedKinds), title: z.string().trim().min(1).max(300), happenedOn: dateSchema, basis: shortTextSchema.default(''), text: textSchema.default(''), criteria: criteriaSchema,
      exceptPowerIds: z.array(idSchema).max(5000).default([]), exceptRiskPointIds: z.array(idSchema).max(5000).default([]), works: z.array(z.enum(orderedWorks)).min(1).max(orderedWorks.length), dueOn: dateSchema,
    }))
    .output(longWork(z.object({ id: idSchema, tasks: z.number().int(), marked: z.number().int() }))),
  list: procedure('register.read').input(pageSchema.extend({ kinds: z.array(z.enum(adjustmentKinds)).optional() })).output(listOf(adjustmentSchema)),
  tasks: procedure('register.read').input(pageSchema.extend({ filter: taskFilterSchema })).output(listOf(taskSchema).extend({ overdue: z.number().int() })),
  settle: procedure('adjustment.settle', 'asks').input(z.object({ ids: idsSchema, state: z.enum(['done', 'not-needed']), reason: textSchema.default('') })).output(z.object({ settled: z.number().int() })),
}
