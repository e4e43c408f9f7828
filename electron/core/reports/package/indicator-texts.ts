import { suppliedTemplates } from '#shared/model/assessment/seeds/supplied.ts'
import type { Locale } from '#shared/model/labels.ts'

/** What the items of the assessment forms are called, by their codes. Forms that an office made from them keep the codes. */
export function indicatorTexts(locale: Locale): ReadonlyMap<string, string> {
  return new Map(suppliedTemplates.flatMap(({ definition }) => definition.groups).flatMap(({ items }) => items).map(({ code, text }) => [code, text[locale]]))
}
