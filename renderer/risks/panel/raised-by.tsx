import { useTranslation } from 'react-i18next'
import type { MethodVersion } from '#shared/contract/grading.ts'
import { useLocale } from '#renderer/app/language.ts'
import { overrideWords } from './use-grading-words.ts'

/** By which override rules of a method a grade was raised; nothing where by none. */
export function RaisedBy({ version, overrides }: { version: MethodVersion; overrides: readonly string[] }) {
  const { t } = useTranslation(['risks', 'common'])
  const locale = useLocale()
  return overrides.length === 0 ? null : <span>{t('grading.overrides', { rules: overrideWords(version.definition, overrides, locale).join(t('common:listSeparator')) })}</span>
}
