import type { ContractClient } from '#shared/contract/index.ts'
import { gradeFromWord, levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Grades as people type them (high, 高, 一级 …) as codes of the scale in use.
 * @throws UsageError `usage.grade-unknown`
 */
export async function readGradeCodes(client: ContractClient, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const scales = await client.organisation.scales()
  const scale = (scales.find(({ inUse }) => inUse) ?? scales[0])?.scale
  return words.map((word) => codeOf(scale, word))
}

function codeOf(scale: Scale | undefined, word: string): string {
  const level = scale && (levelOf(scale, word) ?? gradeFromWord(scale, word))
  if (level === undefined) throw new UsageError('usage.grade-unknown', { grade: word, grades: scale?.levels.map(({ code }) => code).join(', ') ?? '' })
  return level.code
}
