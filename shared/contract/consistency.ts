import { z } from 'zod'
import { consistencyLevels, findingEntities, ruleCodes } from '#shared/model/consistency/rules.ts'
import { localeSchema } from './exchange.ts'
import { codesSchema, idSchema, listOf, pageSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

const ruleSchema = z.enum(ruleCodes)
const totalsSchema = z.object({ error: z.number().int(), warning: z.number().int(), hint: z.number().int() })

/** What one rule found. */
export const ruleCountSchema = z.object({ rule: ruleSchema, level: z.enum(consistencyLevels), count: z.number().int() })
export type RuleCount = z.infer<typeof ruleCountSchema>

export const consistencySummarySchema = z.object({
  totals: totalsSchema,
  /** Rules that found something, heaviest first. */
  rules: z.array(ruleCountSchema),
  /** How many findings keep their record from being submitted. */
  blocking: z.number().int(),
})
export type ConsistencySummary = z.infer<typeof consistencySummarySchema>

export const findingSchema = z.object({
  entity: z.enum(findingEntities),
  /** Of a category its code. */
  id: z.string(),
  number: z.number().int().nullable(),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  /** What the record is called. */
  label: z.string(),
  /** What the record belongs to: the power of a risk point. */
  within: z.string().nullable(),
  /** Values of the sentence that says more of it. */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** The entry of the rectification ledger that this finding was put into and that is not closed. */
  rectificationId: z.string().nullable(),
})
export type Finding = z.infer<typeof findingSchema>

export const consistencyCheckSchema = z.object({ checkedOn: z.string(), totals: totalsSchema, rules: z.array(ruleCountSchema) })
export type ConsistencyCheck = z.infer<typeof consistencyCheckSchema>

const departmentsSchema = z.object({ departmentIds: codesSchema.default([]) })

export const consistency = {
  /** Asks every rule that is not switched off; all of them are told, also those that found nothing. */
  run: procedure('register.read').input(departmentsSchema).output(longWork(consistencyCheckSchema)),
  /** The figures alone, of the register, of departments or of risk points. */
  summary: procedure('register.read').input(departmentsSchema.extend({ pointIds: z.array(idSchema).max(5000).optional() })).output(consistencySummarySchema),
  findings: procedure('register.read').input(pageSchema.extend({ rule: ruleSchema, departmentIds: codesSchema.default([]) })).output(listOf(findingSchema)),
  /** Findings as a workbook, each with what is wrong and how to mend it. */
  export: procedure('report.export').input(departmentsSchema.extend({ rules: z.array(ruleSchema).max(ruleCodes.length).default([]), locale: localeSchema })).output(longWork(z.file())),
  levels: procedure('terms.read').output(z.array(z.object({ rule: ruleSchema, level: z.enum(consistencyLevels) }))),
  /** How heavy a rule is taken to be here. */
  setLevel: procedure('rules.edit').input(z.object({ rule: ruleSchema, level: z.enum(consistencyLevels) })).output(z.object({ rule: ruleSchema, level: z.enum(consistencyLevels) })),
}
