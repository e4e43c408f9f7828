import type { VocabularyKind } from '#shared/contract/organisation.ts'
import type { NewVocabularyItem } from '../vocabulary-records.ts'

type Words = readonly [code: string, zh: string, en: string, ...aliases: string[]]

/** One kind's entries in their order; the aliases are further words that workbooks use for them. */
export const seedOf = (kind: VocabularyKind, entries: readonly Words[]): NewVocabularyItem[] =>
  entries.map(([code, zh, en, ...aliases]) => ({ kind, code, labels: { 'zh-CN': zh, en }, aliases }))
