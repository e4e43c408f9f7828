import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#shared/locales/locale.ts'
import { localeSchema, useLocale } from './language.ts'
import { usePreference } from './preferences.ts'

/** The language and the way to change it at once, without a restart; remembered for the next start. */
export function useLanguageChoice(): readonly [Locale, (locale: Locale) => void] {
  const locale = useLocale()
  const { i18n } = useTranslation()
  const [, remember] = usePreference<Locale>('language', localeSchema, 'zh-CN')
  const choose = useCallback((next: Locale) => {
    void i18n.changeLanguage(next)
    remember(next)
  }, [i18n, remember])
  return [locale, choose]
}
