import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Warning } from '#shared/contract/warnings.ts'
import { situationOf } from '#shared/locales/warning-words.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useScale } from '#renderer/components/use-scale.ts'

export interface LevelView { readonly code: string; readonly label: string; readonly colour: WarningLevel['colour']; readonly severityRank: number; readonly needsApproval: boolean }

export interface WarningWordsView {
  readonly ready: boolean
  /** Those in use, heaviest first. */
  readonly levels: readonly LevelView[]
  readonly level: (code: string) => LevelView | undefined
  readonly rules: readonly { readonly value: string; readonly label: string }[]
  /** Those in use. */
  readonly sources: readonly { readonly value: string; readonly label: string }[]
  /** The rule that found a warning, or where it was reported from. */
  readonly origin: (warning: Pick<Warning, 'ruleCode' | 'sourceCode'>) => string
  readonly situation: (warning: Pick<Warning, 'ruleCode' | 'reason' | 'situation'>) => string
}

/** What the codes of warnings are called in the current language. */
export function useWarningWords(): WarningWordsView {
  const api = useApi()
  const locale = useLocale()
  const { label: grade } = useScale()
  const { data } = useQuery(api.warnings.settings.queryOptions())
  return useMemo(() => {
    const all = (data?.levels ?? []).map(({ level, active }) => ({ active, code: level.code, label: level.labels[locale], colour: level.colour, severityRank: level.severityRank, needsApproval: level.needsApproval }))
    const rules = (data?.rules ?? []).map(({ code, labels }) => ({ value: code as string, label: labels[locale] }))
    const sources = (data?.sources ?? []).map(({ code, labels, active }) => ({ value: code, label: labels[locale], active }))
    return {
      ready: data !== undefined,
      levels: all.filter(({ active }) => active),
      level: (code) => all.find((level) => level.code === code),
      rules,
      sources: sources.filter(({ active }) => active),
      origin: ({ ruleCode, sourceCode }) => (ruleCode === null ? sources.find(({ value }) => value === sourceCode) : rules.find(({ value }) => value === ruleCode))?.label ?? '',
      situation: (warning) => situationOf(warning, { locale, grade }),
    }
  }, [data, locale, grade])
}
