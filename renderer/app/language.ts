import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { z } from 'zod'
import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { translationOptions } from '#shared/locales/translator.ts'

export const localeSchema = z.enum(locales)

/** The page's translations. Chinese comes first; the choice is remembered as the preference `language`. */
export function createLanguage(locale: Locale): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({ ...translationOptions, lng: locale })
  settle(locale)
  instance.on('languageChanged', () => settle(localeOf(instance)))
  return instance
}

/** Screen readers, hyphenation and the choice of Chinese glyph forms follow the document's language. */
function settle(locale: Locale): void {
  document.documentElement.lang = locale
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
}

const localeOf = (instance: i18n): Locale => localeSchema.catch('zh-CN').parse(instance.language)

/** The language in use now; the component is drawn again when it changes. */
export function useLocale(): Locale {
  const { i18n: instance } = useTranslation()
  return localeOf(instance)
}
