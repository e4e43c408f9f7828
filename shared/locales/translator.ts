import { createInstance } from 'i18next'
import type { InitOptions, TFunction } from 'i18next'
import { en } from './en/index.ts'
import type { Locale } from './locale.ts'
import { zhCn } from './zh-cn/index.ts'

/** All texts by language and namespace; a namespace is named after its area and holds flat keys. */
export const messages = { 'zh-CN': zhCn, en } as const

/** The same settings in core and page: keys are flat and may hold dots, texts are plain (React and files escape themselves). */
export const translationOptions = {
  resources: messages,
  fallbackLng: false,
  defaultNS: 'common',
  ns: Object.keys(zhCn),
  keySeparator: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
  initAsync: false,
  returnNull: false,
} as const satisfies InitOptions

const made = new Map<Locale, TFunction>()

/**
 * `t` of one language for code without a screen. `skipOnVariables` keeps text of users from being read as a
 * placeholder.
 */
export function translator(locale: Locale): TFunction {
  const kept = made.get(locale)
  if (kept) return kept
  const instance = createInstance()
  void instance.init({ ...translationOptions, lng: locale })
  const t = instance.getFixedT(locale)
  made.set(locale, t)
  return t
}

/** The sentence of a refusal or import issue; a code without a text is a fault of the program and is shown as it is. */
export function sentenceFor(locale: Locale, namespace: 'errors' | 'issues', { code, params }: { code: string; params: Record<string, string | number> }): string {
  return translator(locale)(code as never, { ns: namespace, ...params, defaultValue: code })
}
