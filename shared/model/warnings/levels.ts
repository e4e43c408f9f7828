import { z } from 'zod'
import { codeSchema, labelsSchema } from '../labels.ts'
import { termNames } from './disposal.ts'
import type { TermName } from './disposal.ts'

/** Names of the colour slots a theme fills: the four of the warning signals. */
export const warningColours = ['red', 'orange', 'yellow', 'blue'] as const

/** Working days for each step; 0: none is set. */
const termsSchema = z.strictObject(Object.fromEntries(termNames.map((name) => [name, z.number().int().min(0).max(250)])) as Record<TermName, z.ZodNumber>)

/**
 * A level of warnings. Which is heavier is said by `severityRank` alone: 一级 is the heaviest in one place and the
 * lightest in another, and red, orange and yellow are ordered differently.
 */
export const warningLevelSchema = z.strictObject({
  code: codeSchema,
  labels: labelsSchema,
  severityRank: z.number().int().min(1).max(99),
  colour: z.enum(warningColours),
  /** Whether a leader has to approve before a sheet of this level reaches the department. */
  needsApproval: z.boolean(),
  terms: termsSchema,
})
export type WarningLevel = z.infer<typeof warningLevelSchema>

/** All levels of an organisation: two of one rank or one name could not be told apart. */
export const warningLevelsSchema = z.array(warningLevelSchema).min(1).max(9).superRefine((levels, context) => {
  const told: readonly ((level: WarningLevel) => string)[] = [({ code }) => code, ({ severityRank }) => String(severityRank), ({ labels }) => labels['zh-CN'].trim(), ({ labels }) => labels.en.trim().toLowerCase()]
  for (const of of told) if (new Set(levels.map(of)).size < levels.length) context.addIssue('ambiguous-level')
})

export const heaviestFirst = <T extends { readonly severityRank: number }>(levels: readonly T[]): T[] => levels.toSorted((a, b) => b.severityRank - a.severityRank)

/** The next heavier level; undefined at the top. */
export const heavierLevel = <T extends { readonly severityRank: number }>(levels: readonly T[], rank: number): T | undefined => heaviestFirst(levels).findLast((level) => level.severityRank > rank)
