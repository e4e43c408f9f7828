import { z } from 'zod'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { objectionWays, publicityStates } from '#shared/model/publicity.ts'
import { codesSchema, dateSchema, idSchema, idsSchema, listOf, pageSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

/** By what entries are taken into a list; an empty one takes all. */
export const scopeSchema = z.object({ departmentIds: codesSchema.default([]), gradeCodes: codesSchema.default([]), powerIds: codesSchema.default([]) })
export type Scope = z.infer<typeof scopeSchema>

/** An entry that waits to be published or filed, as the office sees it. */
export const waitingEntrySchema = z.object({
  riskPointId: idSchema, number: z.number().int(), departmentName: z.string().nullable(), powerId: idSchema, powerName: z.string(), categoryCode: z.string().nullable(),
  manifestation: z.string(), grade: z.string().nullable(), entryState: z.enum(entryStates), entryDueOn: z.string().nullable(), outcome: z.string().nullable(),
})
export type WaitingEntry = z.infer<typeof waitingEntrySchema>

export const objectionSchema = z.object({
  id: idSchema, number: z.number().int(), riskPointId: idSchema.nullable(), riskPointNumber: z.number().int().nullable(), powerName: z.string().nullable(),
  raisedBy: z.string(), way: z.enum(objectionWays), text: z.string(), receivedOn: z.string(), recordedBy: z.string(), recordedAt: z.string(),
  answer: z.object({ upheld: z.boolean(), text: z.string(), answeredBy: z.string(), answeredAt: z.string() }).nullable(),
})
export type Objection = z.infer<typeof objectionSchema>

export const publicityListSchema = z.object({
  id: idSchema, number: z.number().int(), revision: z.number().int(), title: z.string(), scope: scopeSchema, place: z.string(), startsOn: z.string(), endsOn: z.string(),
  state: z.enum(publicityStates), entries: z.number().int(), objections: z.number().int(), unanswered: z.number().int(), evidence: z.number().int(),
  /** Whether the period is over. */
  over: z.boolean(),
  drawnUpBy: z.string(), postedBy: z.string().nullable(), postedAt: z.string().nullable(), closedBy: z.string().nullable(), closedAt: z.string().nullable(),
})
export type PublicityList = z.infer<typeof publicityListSchema>

const titleSchema = z.string().trim().min(1).max(200)
const headSchema = z.object({ title: titleSchema, place: z.string().trim().max(500), startsOn: dateSchema, endsOn: dateSchema })
const savedListSchema = z.object({ id: idSchema, revision: z.number().int() })

export const publicity = {
  /** What a new list starts with: the period that the ladder's step gives, from today on. */
  start: procedure('register.read').output(z.object({ days: z.number().int(), startsOn: z.string(), endsOn: z.string(), waiting: z.number().int() })),
  /** The last day of a period of so many working days. */
  period: procedure('register.read').input(z.object({ startsOn: dateSchema, days: z.number().int().min(1).max(250) })).output(z.object({ endsOn: z.string() })),
  /** Entries in publicity that no open list holds. */
  waiting: procedure('register.read').input(pageSchema.extend({ scope: scopeSchema })).output(listOf(waitingEntrySchema)),
  lists: procedure('register.read').output(z.array(publicityListSchema)),
  get: procedure('register.read').input(z.object({ id: idSchema })).output(z.object({ list: publicityListSchema, objections: z.array(objectionSchema) })),
  entries: procedure('register.read').input(pageSchema.extend({ id: idSchema })).output(listOf(waitingEntrySchema)),
  /** Draws a list up from all waiting entries of the scope, but for those left out. */
  create: procedure('entry.publish', 'asks').input(headSchema.extend({ scope: scopeSchema, except: z.array(idSchema).max(5000).default([]) })).output(savedListSchema),
  change: procedure('entry.publish', 'asks').input(headSchema.extend({ id: idSchema, revision: z.number().int() })).output(savedListSchema),
  leaveOut: procedure('entry.publish', 'asks').input(z.object({ id: idSchema, revision: z.number().int(), riskPointIds: idsSchema })).output(savedListSchema),
  post: procedure('entry.publish', 'asks').input(savedListSchema).output(savedListSchema),
  drop: procedure('entry.publish', 'asks').input(savedListSchema).output(savedListSchema),
  close: procedure('entry.publish', 'asks').input(savedListSchema).output(longWork(z.object({ moved: z.number().int() }))),
  object: procedure('entry.publish', 'asks')
    .input(z.object({ id: idSchema, riskPointId: idSchema.nullable().default(null), raisedBy: z.string().trim().max(200).default(''), way: z.enum(objectionWays), text: z.string().trim().min(1).max(5000), receivedOn: dateSchema }))
    .output(z.object({ id: idSchema })),
  answer: procedure('entry.publish', 'asks')
    .input(z.object({ objectionId: idSchema, upheld: z.boolean(), text: z.string().trim().min(1).max(5000), /** Of an objection to the whole list: the entries to return. */ returns: z.array(idSchema).max(500).default([]) }))
    .output(z.object({ id: idSchema, returned: z.number().int() })),
}
