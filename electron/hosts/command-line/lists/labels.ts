import type { ContractClient } from '#shared/contract/index.ts'
import type { VocabularyKind } from '#shared/contract/organisation.ts'
import type { Locale } from '#shared/locales/locale.ts'

/** What codes are called in the user's language; null for no code, the code itself where nothing names it. */
export interface Labels {
  /** Codes of the scale in use, heaviest first. */
  gradeOrder: readonly string[]
  grade: (code: string | null) => string | null
  word: (kind: VocabularyKind, code: string | null) => string | null
}

export async function readLabels(client: ContractClient, locale: Locale): Promise<Labels> {
  const [scales, vocabulary] = await Promise.all([client.organisation.scales(), client.organisation.vocabulary()])
  const inUseFirst = scales.toSorted((a, b) => Number(b.inUse) - Number(a.inUse)).flatMap(({ scale }) => scale.levels)
  return {
    gradeOrder: inUseFirst.map(({ code }) => code),
    grade: (code) => code && (inUseFirst.find((level) => level.code === code)?.labels[locale] ?? code),
    word: (kind, code) => code && (vocabulary.find((item) => item.kind === kind && item.code === code)?.labels[locale] ?? code),
  }
}
