import { z } from 'zod'
import { longWork, procedure } from './procedure.ts'

export const backupSchema = z.object({
  name: z.string(),
  createdAt: z.string(),
  /** Why it was made. */
  occasion: z.enum(['close', 'migration', 'import', 'restore', 'manual']),
  /** Bytes. */
  size: z.number().int(),
})
export type Backup = z.infer<typeof backupSchema>

export const integrityProblemSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

const json = z.json()
const longestPreference = 200_000
const deepestPreference = 50

/** Looked at by hand first: a value nested deep enough overflows the stack of whatever walks it, the database's own check included. */
const isModest = (value: unknown): boolean => isShallow(value, deepestPreference) && (JSON.stringify(value) ?? '').length <= longestPreference

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' || value === null || (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)))

/** How a person likes a screen: columns, widths, a draft. At most 200 000 characters and 50 levels. */
export const preferenceValueSchema = z.custom<z.infer<typeof json>>(isModest).pipe(json)

export const system = {
  about: procedure('session.open').output(z.object({ version: z.string(), dataFolder: z.string(), actor: z.string(), schemaVersion: z.number().int(), hasOrganisation: z.boolean() })),
  preferences: procedure('session.open').output(z.record(z.string(), z.unknown())),
  setPreference: procedure('preference.edit').input(z.object({ key: z.string().min(1).max(200), value: preferenceValueSchema })).output(z.object({ key: z.string() })),
  /** First start: a made-up organisation with the four example workbooks imported, graded and accepted. */
  openExample: procedure('register.found').output(longWork(z.object({ powers: z.number().int(), riskPoints: z.number().int() }))),
  backups: procedure('data.backup').output(z.array(backupSchema)),
  backUp: procedure('data.backup').output(longWork(backupSchema)),
  /** Brings a kept copy back after keeping the present state. */
  restore: procedure('data.restore').input(z.object({ name: z.string().min(1).max(200) })).output(longWork(z.object({ kept: z.string() }))),
  /** `against`: heads from outside, written as one word each, that the log must bear out. */
  verify: procedure('trail.verify').input(z.object({ against: z.array(z.string().max(1000)).max(10_000).default([]) }).optional()).output(longWork(z.object({ problems: z.array(integrityProblemSchema) }))),
}
