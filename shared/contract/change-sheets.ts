import { z } from 'zod'
import { entryChangeKinds, powerChangeKinds } from '#shared/model/publicity.ts'
import { idSchema } from './lists.ts'
import { procedure } from './procedure.ts'

/** A month by the local calendar. */
export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

export const entryChangeSchema = z.object({
  kind: z.enum(entryChangeKinds), riskPointId: idSchema, number: z.number().int(), departmentName: z.string(), powerName: z.string(), categoryCode: z.string().nullable(), manifestation: z.string(),
  gradeBefore: z.string().nullable(), gradeAfter: z.string().nullable(), reason: z.string(), person: z.string(), on: z.string(),
})
export type EntryChange = z.infer<typeof entryChangeSchema>

export const powerChangeSchema = z.object({ kind: z.enum(powerChangeKinds), powerId: idSchema, number: z.number().int(), departmentName: z.string(), powerName: z.string(), fields: z.array(z.string()), person: z.string(), on: z.string() })
export type PowerChange = z.infer<typeof powerChangeSchema>

export const monthContentSchema = z.object({ entries: z.array(entryChangeSchema), powers: z.array(powerChangeSchema) })
export type MonthContent = z.infer<typeof monthContentSchema>

export const monthRowSchema = z.object({
  month: z.string(), dueOn: z.string(), changes: z.number().int(), madeOn: z.string().nullable(), madeBy: z.string().nullable(), overdue: z.boolean(),
  /** Whether the month is over, so that its sheet can be made. */
  over: z.boolean(),
})
export type MonthRow = z.infer<typeof monthRowSchema>

export const changeSheets = {
  /** The months of a year, newest first, as far as they have begun. */
  months: procedure('register.read').input(z.object({ year: z.number().int().min(1990).max(2200) })).output(z.array(monthRowSchema)),
  /** The month as it was reported or, while it was not, as it stands now: the first rows. */
  month: procedure('register.read').input(z.object({ month: monthSchema, limit: z.number().int().min(1).max(2000).default(500) })).output(monthContentSchema.extend({ totals: z.object({ entries: z.number().int(), powers: z.number().int() }), made: z.boolean() })),
  make: procedure('entry.file', 'asks').input(z.object({ month: monthSchema })).output(z.object({ id: idSchema, changes: z.number().int() })),
}
