import { z } from 'zod'
import { codeSchema, labelsSchema } from '#shared/model/labels.ts'
import { disposalStates, handlerActions, officeActions, stepActions } from '#shared/model/warnings/disposal.ts'
import { eventFields, eventLinks, eventStates } from '#shared/model/warnings/events.ts'
import { warningLevelSchema, warningLevelsSchema } from '#shared/model/warnings/levels.ts'
import { warnedEntities, warningRuleCodes } from '#shared/model/warnings/rules.ts'
import { codesSchema, dateSchema, idSchema, listOf, pageSchema, shortTextSchema, textSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

const reasonSchema = z.record(z.string(), z.union([z.string(), z.number()]))

export const warningFilterSchema = z.object({
  /** Open ones where nothing is said. */
  view: z.enum(['open', 'closed', 'all']).default('open'),
  states: z.array(z.enum(disposalStates)).max(disposalStates.length).optional(),
  levels: codesSchema.optional(),
  /** Rules by their codes; '' for warnings no rule found. */
  rules: codesSchema.optional(),
  sources: codesSchema.optional(),
  departmentIds: codesSchema.optional(),
  overdue: z.boolean().optional(),
  /** No longer found: to be looked at whether they can be lifted. */
  cleared: z.boolean().optional(),
  powerId: idSchema.optional(),
  riskPointId: idSchema.optional(),
})
export type WarningFilter = z.infer<typeof warningFilterSchema>

export const warningSchema = z.object({
  id: idSchema, number: z.number().int(), revision: z.number().int(),
  ruleCode: z.enum(warningRuleCodes).nullable(), sourceCode: z.string().nullable(), subjectEntity: z.enum(warnedEntities), subjectId: z.string().nullable(),
  departmentId: z.string().nullable(), departmentName: z.string().nullable(), powerId: z.string().nullable(), powerName: z.string().nullable(),
  riskPointId: z.string().nullable(), riskPointNumber: z.number().int().nullable(), manifestation: z.string().nullable(),
  levelCode: z.string(), object: z.string(), reason: reasonSchema, situation: z.string(), state: z.enum(disposalStates), stateSince: z.string(), dueOn: z.string().nullable(), overdue: z.boolean(),
  escalations: z.number().int(), needsApproval: z.boolean(), approved: z.boolean(), issueYear: z.number().int().nullable(), issueNumber: z.number().int().nullable(), issuedOn: z.string().nullable(), rectifyBy: z.string().nullable(),
  foundOn: z.string(), foundBy: z.string(), lastSeenOn: z.string(), clearedOn: z.string().nullable(), closedOn: z.string().nullable(),
})
export type Warning = z.infer<typeof warningSchema>

export const warningStepSchema = z.object({
  id: idSchema, action: z.enum(stepActions), fromState: z.enum(disposalStates), toState: z.enum(disposalStates), role: z.string(), text: z.string(), way: z.string(), rectifyBy: z.string().nullable(),
  evidence: z.array(idSchema), levelCode: z.string(), dueOn: z.string().nullable(), wasDueOn: z.string().nullable(), person: z.string(), doneAt: z.string(), doneOn: z.string(),
})
export type WarningStep = z.infer<typeof warningStepSchema>

export const storedLevelSchema = z.object({ level: warningLevelSchema, active: z.boolean(), revision: z.number().int(), inUse: z.boolean() })
export const warningRuleSchema = z.object({
  code: z.enum(warningRuleCodes), labels: labelsSchema, enabled: z.boolean(), levelCode: z.string(), params: z.record(z.string(), z.number().int()), revision: z.number().int(),
})
export type WarningRule = z.infer<typeof warningRuleSchema>
export const warningSourceSchema = z.object({ code: codeSchema, labels: labelsSchema, active: z.boolean() })
export type WarningSource = z.infer<typeof warningSourceSchema>

export const runResultSchema = z.object({ found: z.number().int(), seen: z.number().int(), cleared: z.number().int(), late: z.number().int() })
export type RunResult = z.infer<typeof runResultSchema>

const evidenceSchema = z.array(idSchema).max(200).default([])
/** Sheets that are dealt with together, each with the revision that was seen. */
const sheetsSchema = z.array(z.object({ id: idSchema, revision: z.number().int() })).min(1).max(1000)

export const supervisionEventSchema = z.object({
  id: idSchema, number: z.number().int(), revision: z.number().int(), batchId: idSchema, eventNo: z.string(), happenedAt: z.string(), powerCode: z.string(), powerName: z.string(), step: z.string(), caseNo: z.string(),
  department: z.string(), kind: z.string(), level: z.string(), text: z.string(), departmentName: z.string().nullable(), powerId: z.string().nullable(), linkedPower: z.string().nullable(),
  riskPointId: z.string().nullable(), riskPointNumber: z.number().int().nullable(), linkedBy: z.enum(eventLinks).nullable(), state: z.enum(eventStates), warningId: z.string().nullable(),
  settledReason: z.string(), settledBy: z.string().nullable(), settledAt: z.string().nullable(),
})
export type SupervisionEvent = z.infer<typeof supervisionEventSchema>

/** What is said about a place of an events file. Rows that are rejected bear an error. */
export const eventIssueSchema = z.object({ row: z.number().int(), column: z.string().nullable(), code: z.string(), params: reasonSchema })
export type EventIssue = z.infer<typeof eventIssueSchema>
export const eventPlanSchema = z.object({
  planId: idSchema, fileName: z.string(), columns: z.array(z.object({ header: z.string(), field: z.enum(eventFields).nullable() })),
  fresh: z.number().int(), known: z.number().int(), rejected: z.number().int(), unlinked: z.number().int(),
  /** The first 500. */
  issues: z.array(eventIssueSchema), issueTotal: z.number().int(),
  rows: z.array(z.object({ row: z.number().int(), eventNo: z.string(), happenedAt: z.string(), text: z.string(), standing: z.enum(['new', 'known', 'rejected']), linkedPower: z.string().nullable() })),
})
export type EventPlan = z.infer<typeof eventPlanSchema>
export const eventBatchSchema = z.object({
  id: idSchema, number: z.number().int(), fileName: z.string(), events: z.number().int(), known: z.number().int(), rejected: z.number().int(), state: z.enum(['applied', 'undone']),
  importedBy: z.string(), importedAt: z.string(), undoneAt: z.string().nullable(),
})
export type EventBatch = z.infer<typeof eventBatchSchema>

export const warnings = {
  /** Heaviest first; `overdue` counts those of the filter that are late, whatever their page. */
  list: procedure('register.read').input(pageSchema.extend({ filter: warningFilterSchema.prefault({}) })).output(listOf(warningSchema).extend({ overdue: z.number().int() })),
  /** The open ones by state, level and rule ('' for those by hand), what is late or gone, and events that wait. */
  figures: procedure('register.read').output(z.object({
    open: z.number().int(), overdue: z.number().int(), cleared: z.number().int(), events: z.number().int(), unlinked: z.number().int(), today: z.string(),
    byState: z.record(z.string(), z.number().int()), byLevel: z.record(z.string(), z.number().int()), byRule: z.record(z.string(), z.number().int()), byDepartment: z.record(z.string(), z.number().int()),
    lastRun: z.object({ finishedAt: z.string(), by: z.string() }).extend(runResultSchema.shape).nullable(),
  })),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(z.object({
    warning: warningSchema, steps: z.array(warningStepSchema),
    /** Whether the caller has had a hand in the rectification and may not re-check it. */
    rectifiedByCaller: z.boolean(),
    /** By when the whole is to be put right if it is issued today, by the terms of its level. */
    rectifyBy: z.string(),
  })),
  settings: procedure('register.read').output(z.object({ levels: z.array(storedLevelSchema), rules: z.array(warningRuleSchema), sources: z.array(warningSourceSchema.extend({ revision: z.number().int() })) })),
  saveLevels: procedure('rules.edit').input(z.object({ levels: warningLevelsSchema })).output(z.object({ saved: z.number().int() })),
  saveRule: procedure('rules.edit').input(warningRuleSchema).output(z.object({ revision: z.number().int() })),
  saveSources: procedure('rules.edit').input(z.object({ sources: z.array(warningSourceSchema).min(1).max(50) })).output(z.object({ saved: z.number().int() })),
  /** Asks every rule now; what is kept when it is stopped is kept. */
  run: procedure('warning.raise').output(longWork(runResultSchema)),
  raise: procedure('warning.raise')
    .input(z.object({
      sourceCode: z.string().max(64), levelCode: z.string().max(64), departmentId: idSchema.nullable().default(null), powerId: idSchema.nullable().default(null), riskPointId: idSchema.nullable().default(null),
      object: shortTextSchema.default(''), situation: textSchema,
    }))
    .output(z.object({ id: idSchema })),
  handle: procedure('warning.handle', 'asks')
    .input(z.object({ sheets: sheetsSchema, action: z.enum(handlerActions), text: textSchema.default(''), evidence: evidenceSchema }))
    .output(z.object({ done: z.number().int() })),
  direct: procedure('warning.direct', 'asks')
    .input(z.object({
      sheets: sheetsSchema, action: z.enum(officeActions), text: textSchema.default(''), evidence: evidenceSchema,
      /** How it is to be dealt with, and by when it is to be put right; where a sheet is issued. Without a date the level's terms give one. */
      way: shortTextSchema.default(''), rectifyBy: dateSchema.nullable().default(null),
      /** For a sheet that has no department yet. */
      departmentId: idSchema.nullable().default(null),
    }))
    .output(z.object({ done: z.number().int() })),

  events: procedure('register.read')
    .input(pageSchema.extend({ states: z.array(z.enum(eventStates)).max(eventStates.length).default(['open']), unlinked: z.boolean().default(false), batchId: idSchema.optional() }))
    .output(listOf(supervisionEventSchema)),
  eventBatches: procedure('register.read').output(z.array(eventBatchSchema)),
  /** Reads an events file and says what taking it in would do. Changes nothing. */
  planEvents: procedure('warning.raise').input(z.object({ file: z.file().max(64 * 1024 * 1024) })).output(longWork(eventPlanSchema)),
  /** Takes in the new events of a plan: all of them or none. A file without a new event changes nothing and makes no batch. */
  applyEvents: procedure('warning.raise').input(z.object({ planId: idSchema })).output(longWork(z.object({ batchId: idSchema.nullable(), events: z.number().int() }))),
  discardEvents: procedure('warning.raise').input(z.object({ planId: idSchema })).output(z.object({ discarded: z.boolean() })),
  /** Takes a whole file back, while nothing rests on any of its events. */
  undoEvents: procedure('warning.raise').input(z.object({ batchId: idSchema })).output(z.object({ withdrawn: z.number().int() })),
  linkEvent: procedure('warning.raise').input(z.object({ id: idSchema, revision: z.number().int(), powerId: idSchema, riskPointId: idSchema.nullable().default(null) })).output(z.object({ revision: z.number().int() })),
  dismissEvents: procedure('warning.raise').input(z.object({ sheets: sheetsSchema, reason: textSchema })).output(z.object({ dismissed: z.number().int() })),
  warnOfEvent: procedure('warning.raise').input(z.object({ id: idSchema, revision: z.number().int(), levelCode: z.string().max(64).optional() })).output(z.object({ warningId: idSchema })),
}
