import type { Locale } from '#shared/locales/locale.ts'
import { UsageError } from './usage-error.ts'

/** The language of `--lang`: `zh`, `zh-CN`, `en`, with or without region. @throws UsageError */
export function namedLanguage(value: string): Locale {
  const found = languageOf(value)
  if (found === undefined) throw new UsageError('usage.choice-wrong', { option: '--lang', value, choices: 'zh-CN, en' })
  return found
}

/** The language the system asks for: the POSIX variables in their order, else what the platform says. */
export function systemLanguage(variables: Record<string, string | undefined>): Locale {
  const asked = [variables['LC_ALL'], variables['LC_MESSAGES'], variables['LANG']].find((value) => value !== undefined && value !== '')
  return languageOf(asked ?? Intl.DateTimeFormat().resolvedOptions().locale) ?? 'en'
}

/** undefined for a language the program does not speak. */
export function languageOf(value: string): Locale | undefined {
  if (/^zh([-_.@]|$)/iu.test(value)) return 'zh-CN'
  return /^en([-_.@]|$)/iu.test(value) ? 'en' : undefined
}
