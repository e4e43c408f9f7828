import { z } from 'zod'

/** The languages a label is written in. Every label is complete in both. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

const labelText = z.string().min(1).max(500)

/** What a user-made item is called, in each language. */
export const labelsSchema = z.strictObject({ 'zh-CN': labelText, en: labelText })

export type Labels = z.infer<typeof labelsSchema>

/** The stable name of an item: stored, exported and compared, never shown. */
export const codeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
