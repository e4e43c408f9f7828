/** The languages of the program. Chinese is the first one; English is complete. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
