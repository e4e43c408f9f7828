import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/contract/consistency.ts'
import { findingNote } from '#shared/locales/finding-note.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useScale } from '#renderer/components/use-scale.ts'

/** What a finding's record is called, and what is said of it besides. */
export function useFindingWords(rule: RuleCode): { readonly name: (finding: Finding) => string; readonly note: (finding: Finding) => string } {
  const { t } = useTranslation('consistency')
  const locale = useLocale()
  const { grade } = useScale()
  return {
    name: useCallback(({ label }: Finding) => (label === '' ? t('no-category') : label), [t]),
    note: useCallback(({ params }: Finding) => findingNote({ locale, grade: (code) => grade(code)?.label ?? code }, rule, params), [locale, grade, rule]),
  }
}
