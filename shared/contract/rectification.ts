import { z } from 'zod'
import { ruleCodes } from '#shared/model/consistency/rules.ts'
import { recordedSources, rectificationActions, rectificationSources, rectificationStates, rectifiedEntities } from '#shared/model/rectification.ts'
import { localeSchema } from './exchange.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema, shortTextSchema, textSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

const stateSchema = z.enum(rectificationStates)

/** A record an entry is about, as far as it is known here. */
const subjectSchema = z.object({ entity: z.enum(rectifiedEntities), id: z.string().max(200) })

export const rectificationFilterSchema = z.object({
  states: z.array(stateSchema).optional(),
  departmentIds: codesSchema.optional(),
  sources: z.array(z.enum(rectificationSources)).optional(),
  /** Only what its owner still has, past its term. */
  overdue: z.boolean().optional(),
})
export type RectificationFilter = z.infer<typeof rectificationFilterSchema>

export const rectificationSchema = z.object({
  id: idSchema, number: z.number().int(), revision: z.number().int(), problem: z.string(), source: z.enum(rectificationSources), foundOn: z.string(),
  departmentId: z.string().nullable(), departmentName: z.string().nullable(), ownerPostId: z.string().nullable(), ownerPostName: z.string().nullable(), owner: z.string(),
  measure: z.string(), dueOn: z.string(), overdue: z.boolean(), state: stateSchema, rectifiedOn: z.string().nullable(), closedOn: z.string().nullable(), closedBy: z.string().nullable(),
})
export type Rectification = z.infer<typeof rectificationSchema>

export const rectificationDetailSchema = rectificationSchema.extend({
  cause: z.string(), sourceNote: z.string(), outcome: z.string(), rectifiedBy: z.string().nullable(), recordedBy: z.string(), recordedAt: z.string(),
  subject: subjectSchema.extend({ label: z.string() }).nullable(),
  rule: z.enum(ruleCodes).nullable(),
  /** Whether the caller has a part in it and so must not judge it. */
  party: z.boolean(),
  steps: z.array(z.object({
    id: idSchema, action: z.enum(rectificationActions), fromState: stateSchema.nullable(), toState: stateSchema, text: z.string(), dueOn: z.string(), evidence: z.array(z.string()), person: z.string(), doneAt: z.string(),
  })),
})
export type RectificationDetail = z.infer<typeof rectificationDetailSchema>

const wordsSchema = z.object({
  problem: z.string().trim().min(1).max(5000), cause: textSchema, departmentId: idSchema.nullable(), ownerPostId: idSchema.nullable(), owner: shortTextSchema.max(100), measure: textSchema,
})
const idInput = z.object({ id: idSchema, revision: z.number().int() })
const savedSchema = z.object({ id: idSchema, state: stateSchema, revision: z.number().int() })
const reasonSchema = z.string().trim().min(1).max(5000)

export const rectification = {
  start: procedure('register.read').output(z.object({ today: z.string(), dueOn: z.string() })),
  /** The day so many working days from today. */
  term: procedure('register.read').input(z.object({ days: z.number().int().min(1).max(500) })).output(z.object({ dueOn: z.string() })),
  list: procedure('register.read').input(pageSchema.extend({ filter: rectificationFilterSchema.default({}) })).output(listOf(rectificationSchema).extend({
    /** By state under the same department and source, and how many of them are late. */
    counts: z.object({ open: z.number().int(), rectified: z.number().int(), returned: z.number().int(), closed: z.number().int() }), overdue: z.number().int(),
  })),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(rectificationDetailSchema),
  open: procedure('rectification.edit', 'asks')
    .input(wordsSchema.partial({ cause: true, departmentId: true, ownerPostId: true, owner: true, measure: true })
      .extend({ source: z.enum(recordedSources), sourceNote: shortTextSchema.default(''), foundOn: dateSchema, dueOn: dateSchema, subject: subjectSchema.optional() }))
    .output(savedSchema.extend({ number: z.number().int() })),
  /** Puts a finding of the consistency check into the ledger; one that stands there already is answered instead. */
  fromFinding: procedure('rectification.edit', 'asks').input(z.object({ rule: z.enum(ruleCodes), subjectId: z.string().max(200), locale: localeSchema })).output(z.object({ id: idSchema, number: z.number().int(), stood: z.boolean() })),
  save: procedure('rectification.edit', 'asks').input(idInput.extend({ patch: wordsSchema.partial() })).output(savedSchema),
  /** Reports that it is mended: how, and by which attached files that shows. */
  rectify: procedure('rectification.edit', 'asks').input(idInput.extend({ text: reasonSchema, evidence: z.array(idSchema).max(50) })).output(savedSchema),
  close: procedure('rectification.close', 'asks').input(idInput.extend({ text: textSchema.default('') })).output(savedSchema),
  return: procedure('rectification.close', 'asks').input(idInput.extend({ text: reasonSchema })).output(savedSchema),
  reopen: procedure('rectification.close', 'asks').input(idInput.extend({ text: reasonSchema, dueOn: dateSchema })).output(savedSchema),
  /** Another term for several entries that are still with their owners; the others are passed over. */
  changeTerm: procedure('rectification.close', 'asks').input(z.object({ ids: idsSchema, dueOn: dateSchema, reason: reasonSchema })).output(z.object({ changed: z.number().int() })),
  export: procedure('report.export').input(z.object({ filter: rectificationFilterSchema.default({}), format: z.enum(['docx', 'xlsx']), locale: localeSchema })).output(longWork(z.file())),
}
