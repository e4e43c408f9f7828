import { z } from 'zod'

import { gradeWordKey } from './grade-words.ts'
import { codeSchema, labelsSchema } from './labels.ts'

/** Names of the colour slots a theme fills; which paint they get is the theme's matter. */
export const gradeColours = ['severe', 'high', 'medium', 'low'] as const

/** The roles a new register knows from the start; users add their own codes beside them. */
export const responsibleRoles = ['chief-leader', 'leader-in-charge', 'section-head'] as const

export const scaleLevelSchema = z.strictObject({
  code: codeSchema,
  /** 1 is the lightest. Explicit, because 一级 is the heaviest level in one place and the lightest in another. */
  severityRank: z.int().min(1).max(20),
  labels: labelsSchema,
  /** Further spellings that files bring in; spelling variants that fold alike need no entry of their own. */
  aliases: z.array(z.string().min(1).max(40)).max(50),
  /** Code of the role that answers for risk points of this grade. */
  responsible: codeSchema,
  colour: z.enum(gradeColours),
})

export type ScaleLevel = z.infer<typeof scaleLevelSchema>

/** Every spelling by which a level is recognised. */
export function wordsOf(level: ScaleLevel): string[] {
  return [level.code, level.labels['zh-CN'], level.labels.en, ...level.aliases]
}

function repeated<Key>(keys: readonly Key[]): boolean {
  return new Set(keys).size < keys.length
}

function keysOf(level: ScaleLevel): string[] {
  return [...new Set(wordsOf(level).flatMap((word) => gradeWordKey(word) ?? []))]
}

/**
 * A grade scale as users edit it. Refused, with the problem's code as message: `duplicate-level` and `duplicate-rank`,
 * and `ambiguous-word` where one spelling would stand for two levels.
 */
export const scaleSchema = z
  .strictObject({ code: codeSchema, labels: labelsSchema, levels: z.array(scaleLevelSchema).min(2).max(20) })
  .superRefine(({ levels }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: ['levels'] })
    if (repeated(levels.map((level) => level.code))) refuse('duplicate-level')
    if (repeated(levels.map((level) => level.severityRank))) refuse('duplicate-rank')
    if (repeated(levels.flatMap(keysOf))) refuse('ambiguous-word')
  })

export type Scale = z.infer<typeof scaleSchema>
