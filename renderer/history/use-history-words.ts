import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { translator } from '#shared/locales/translator.ts'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

export interface FieldChange { readonly field: string; readonly before: string | undefined; readonly after: string | undefined }
export interface EntryWords { readonly number: number; readonly what: string; readonly who: string; readonly when: string; readonly note: string | undefined; readonly changes: readonly FieldChange[] }

export interface HistoryWords {
  readonly entry: (entry: HistoryEntry, names: Readonly<Record<string, string>>) => EntryWords
  /** One value of a record's field in words: codes by their labels, ids by their names. */
  readonly value: (entity: string, field: string, value: unknown, names?: Readonly<Record<string, string>>) => string
}

/** Fields whose values are codes, and where the words for them are. */
const states: Record<string, (value: string) => string> = {
  discretion: (value) => `discretion.${value}`,
  gradingStage: (value) => `stage.${value}`,
  progress: (value) => `progress.${value}`,
  term: (value) => `term.${value}`,
  state: (value) => `state.${value}`,
  confirmCode: (value) => `confirm.${value}`,
}
const vocabularies = { typeCode: 'power-type', categoryCode: 'risk-category', kindCode: 'measure-kind' } as const

/** Audit entries as a person reads them: what was done, field by field what it was before and after. */
export function useHistoryWords(): HistoryWords {
  const { t } = useTranslation(['common', 'history'])
  const locale = useLocale()
  const vocabulary = useVocabulary()
  const scale = useScale()
  return useMemo(() => {
    const word = (ns: 'fields' | 'history' | 'states', key: string, fallback: string): string => translator(locale)(key as never, { ns, defaultValue: fallback })
    const fieldLabel = (entity: string, field: string): string => word('fields', `${entity}.${field}`, word('fields', field, field))
    const value: HistoryWords['value'] = (entity, field, given, names = {}) => {
      if (given === null || given === undefined || given === '') return t('history:emptied')
      if (typeof given === 'boolean') return t(given ? 'yes' : 'no')
      if (Array.isArray(given)) return given.length === 0 ? t('history:emptied') : given.map((item) => value(entity, field, item, names)).join(t('listSeparator'))
      if (typeof given === 'object') return 'name' in given ? String(given.name) : JSON.stringify(given)
      const text = String(given)
      const state = states[field]
      if (state !== undefined) return word('states', state(text), text)
      if (field === 'gradeCode') return scale.label(text)
      if (field in vocabularies) return vocabulary.label(vocabularies[field as keyof typeof vocabularies], text)
      return names[text] ?? text
    }
    const changesOf = ({ entity, before, after }: HistoryEntry, names: Readonly<Record<string, string>>): FieldChange[] =>
      [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => !hidden.has(field)).map((field) => ({
        field: fieldLabel(entity, field),
        before: before !== null && field in before ? blankOr(before[field], (given) => value(entity, field, given, names)) : undefined,
        after: after !== null && field in after ? value(entity, field, after[field], names) : undefined,
      }))
    return {
      value,
      entry: (entry, names) => ({
        number: entry.number,
        what: word('history', `action.${entry.action}`, t('history:action.other')),
        who: entry.actorKind === 'service' ? t('withNote', { text: entry.actor, note: t('history:service') }) : entry.actor,
        when: localTime(entry.at),
        note: entry.batchId === null ? undefined : t('history:imported'),
        changes: changesOf(entry, names),
      }),
    }
  }, [t, locale, vocabulary, scale])
}

/** What was not set before has nothing to be struck out. */
const blankOr = (given: unknown, word: (given: unknown) => string): string => (given === null || given === undefined || given === '' ? '' : word(given))

/** Of no meaning to a reader: identifiers of the gradings themselves and places within a list. */
const hidden = new Set(['gradingId', 'position', 'basis'])
