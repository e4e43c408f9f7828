import { useMemo } from 'react'
import { fieldWord, valueWord } from '#shared/locales/entry-words.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useDepartments, usePosts } from '#renderer/components/use-departments.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

export type RecordKind = 'risk-point' | 'power' | 'control-measure'

/** Fields that snapshots hold by name and the register by id. */
const aliases: Readonly<Record<string, string>> = { stepName: 'stepId' }

/** Kept as the database keeps them, 0 or 1. */
const yesNo = new Set(['pastCase', 'threeMajors'])

/** Fields of records and their values in words, where they come without the names of their ids. */
export function useRecordWords(): { readonly field: (kind: RecordKind, field: string) => string; readonly value: (field: string, value: unknown) => string } {
  const locale = useLocale()
  const vocabulary = useVocabulary()
  const scale = useScale()
  const departments = useDepartments()
  const posts = usePosts()
  return useMemo(() => {
    const sources = { locale, vocabulary: vocabulary.label, grade: scale.label }
    const names = Object.fromEntries([...departments.choices, ...posts].map(({ value, label }) => [value, label]))
    const plain = (field: string, value: unknown): unknown => (yesNo.has(field) ? value === 1 || value === true : value)
    return { field: (kind, field) => fieldWord(kind, aliases[field] ?? field, sources), value: (field, value) => valueWord(field, plain(field, value), { sources, names }) }
  }, [locale, vocabulary, scale, departments, posts])
}
