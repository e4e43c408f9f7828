import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { entryWords, valueWord } from '#shared/locales/entry-words.ts'
import type { EntryWords as Words } from '#shared/locales/entry-words.ts'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

export interface EntryWords extends Words { readonly number: number; readonly when: string; readonly note: string | undefined }

export interface HistoryWords {
  readonly entry: (entry: HistoryEntry, names: Readonly<Record<string, string>>) => EntryWords
  /** One value of a record's field in words: codes by their labels, ids by their names. */
  readonly value: (entity: string, field: string, value: unknown, names?: Readonly<Record<string, string>>) => string
}

/** Audit entries as a person reads them: what was done, field by field what it was before and after. */
export function useHistoryWords(): HistoryWords {
  const { t } = useTranslation('history')
  const locale = useLocale()
  const vocabulary = useVocabulary()
  const scale = useScale()
  return useMemo(() => {
    const sources = { locale, vocabulary: vocabulary.label, grade: scale.label }
    return {
      value: (_entity, field, given, names = {}) => valueWord(field, given, { sources, names }),
      entry: (entry, names) => ({
        ...entryWords(entry, { sources, names }),
        number: entry.number,
        when: localTime(entry.at),
        note: entry.batchId === null ? undefined : t('imported'),
      }),
    }
  }, [t, locale, vocabulary, scale])
}
