import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { VocabularyItem, VocabularyKind } from '#shared/contract/organisation.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'

export interface Choice { readonly value: string; readonly label: string }

export interface VocabularyView {
  readonly items: (kind: VocabularyKind) => readonly VocabularyItem[]
  /** Entries in use, in their order, in the current language. */
  readonly choices: (kind: VocabularyKind) => Choice[]
  /** The word of a code in the current language; the code itself where it is not known. */
  readonly label: (kind: VocabularyKind, code: string) => string
}

/** The organisation's word lists: power types, risk categories, kinds of measure, roles. */
export function useVocabulary(): VocabularyView {
  const api = useApi()
  const locale = useLocale()
  const { data } = useQuery(api.organisation.vocabulary.queryOptions())
  return useMemo(() => {
    const all = (data ?? []).toSorted((a, b) => a.position - b.position)
    const items = (kind: VocabularyKind) => all.filter((item) => item.kind === kind)
    return {
      items,
      choices: (kind) => items(kind).filter(({ active }) => active).map((item) => ({ value: item.code, label: item.labels[locale] })),
      label: (kind, code) => all.find((item) => item.kind === kind && item.code === code)?.labels[locale] ?? code,
    }
  }, [data, locale])
}
