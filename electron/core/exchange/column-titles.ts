import type { Locale } from '#shared/model/labels.ts'
import type { Field, FormDefinition } from '../workbooks/forms/form-definition.ts'

const latin = /^[\p{Script=Latin}\p{Script=Common}]+$/u

/** What a form calls a column in a language: the first of its names, by which it is known again when read. */
export function columnTitle(form: FormDefinition, field: Field, locale: Locale): string {
  const aliases = form.columns.find((column) => column.field === field)?.aliases ?? []
  return aliases.find((alias) => latin.test(alias) === (locale === 'en')) ?? aliases[0] ?? field
}
