import type { Locale } from '#shared/locales/locale.ts'
import { translator } from '#shared/locales/translator.ts'

export type Translate = ReturnType<typeof translator>

/** The language of what is shown outside the page: the system's at first, then the one the page is shown in. */
export interface Language {
  readonly locale: Locale
  readonly t: Translate
  /** Takes a language tag such as `zh-CN` or `en`; others count as English. */
  change(tag: string): void
  onChange(callback: () => void): void
}

/** @param first the language to begin with, as a tag */
export function languageFrom(first: string): Language {
  let locale = localeOf(first)
  const callbacks: (() => void)[] = []
  return {
    get locale() {
      return locale
    },
    get t() {
      return translator(locale)
    },
    change: (tag) => {
      if (localeOf(tag) === locale) return
      locale = localeOf(tag)
      for (const callback of callbacks) callback()
    },
    onChange: (callback) => { callbacks.push(callback) },
  }
}

const localeOf = (tag: string): Locale => (tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
