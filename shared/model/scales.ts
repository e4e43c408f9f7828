import { gradeWordKey } from './grade-words.ts'
import { type Scale, type ScaleLevel, wordsOf } from './scale-schema.ts'

export { defaultScales } from './default-scales.ts'
export { gradeColours, responsibleRoles, type Scale, type ScaleLevel, scaleSchema } from './scale-schema.ts'

export function levelOf(scale: Scale, code: string): ScaleLevel | undefined {
  return scale.levels.find((level) => level.code === code)
}

/** @throws RangeError where the scale has no such level: a grade is only ever compared inside its own scale. */
export function severityOf(scale: Scale, code: string): number {
  const level = levelOf(scale, code)
  if (level === undefined) throw new RangeError(`scale ${scale.code} has no level ${code}`)
  return level.severityRank
}

/** Sorts lightest first; positive where `a` is heavier than `b`. Both levels are of one scale. */
export function compareSeverity(a: ScaleLevel, b: ScaleLevel): number {
  return a.severityRank - b.severityRank
}

/**
 * A reader of grade words for one scale, for many words in a row (a whole column of a workbook).
 * A word that two levels claim is not read at all.
 */
export function gradeReader(scale: Scale): (word: string) => ScaleLevel | undefined {
  const byKey = new Map<string, Set<ScaleLevel>>()
  for (const level of scale.levels) {
    for (const key of wordsOf(level).flatMap((word) => gradeWordKey(word) ?? [])) {
      byKey.set(key, (byKey.get(key) ?? new Set<ScaleLevel>()).add(level))
    }
  }
  return (word) => {
    const [level, other] = byKey.get(gradeWordKey(word) ?? '') ?? []
    return other === undefined ? level : undefined
  }
}

/**
 * The level a word from a file stands for: 高, 高风险, 一级, 1级, Ａ, ★★★ … by the scale's labels and aliases.
 * Mixed (1中2低), unknown and ambiguous words give undefined; nothing is guessed.
 */
export function gradeFromWord(scale: Scale, word: string): ScaleLevel | undefined {
  return gradeReader(scale)(word)
}
