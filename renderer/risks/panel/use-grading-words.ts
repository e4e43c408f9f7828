import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Factors, GradingRecord } from '#shared/contract/grading.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Factor, FactorValue } from '#shared/model/grading/factors.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useMethods } from './use-methods.ts'

/** What the factors of a grading were, and which override rules fired, in the words of the method's version it was made by. */
export function useGradingWords(grading: Pick<GradingRecord, 'methodVersionId' | 'factors' | 'overrides'>): { readonly factors: string; readonly overrides: string } {
  const { t } = useTranslation()
  const locale = useLocale()
  const definition = useMethods().byVersion(grading.methodVersionId)?.version.definition
  if (definition === undefined) return { factors: '', overrides: grading.overrides.join(t('listSeparator')) }
  return { factors: factorWords(definition, grading.factors, locale, t), overrides: overrideWords(definition, grading.overrides, locale).join(t('listSeparator')) }
}

/** Factor values of any version in the words of that version. */
export function useFactorWords(): (versionId: string, factors: Factors) => string {
  const { t } = useTranslation()
  const locale = useLocale()
  const { byVersion } = useMethods()
  return (versionId, factors) => {
    const definition = byVersion(versionId)?.version.definition
    return definition === undefined ? '' : factorWords(definition, factors, locale, t)
  }
}

function factorWords(definition: MethodDefinition, factors: Factors, locale: Locale, t: TFunction): string {
  const words = { yes: t('yes'), no: t('no'), scored: (text: string, note: string) => t('withNote', { text, note }) }
  return factorsOf(definition).flatMap((factor) => {
    const value = factors[factor.code]
    return value === undefined ? [] : [`${factor.labels[locale]} ${valueWord(factor, value, locale, words)}`]
  }).join(t('listSeparator'))
}

export const overrideWords = (definition: MethodDefinition, codes: readonly string[], locale: Locale): string[] =>
  codes.map((code) => definition.overrides.find((rule) => rule.code === code)?.labels[locale] ?? code)

function valueWord(factor: Factor, value: FactorValue, locale: Locale, words: { yes: string; no: string; scored: (text: string, score: string) => string }): string {
  if (factor.kind === 'criterion') return value === true ? words.yes : words.no
  if (factor.kind === 'range') return String(value)
  const option = factor.options.find((each) => each.value === value)
  return option === undefined ? String(value) : factor.kind === 'options' ? words.scored(option.labels[locale], String(value)) : option.labels[locale]
}
