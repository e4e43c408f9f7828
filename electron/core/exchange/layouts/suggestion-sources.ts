import type { Locale } from '#shared/model/labels.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { FormDefinition } from '../../workbooks/forms/form-definition.ts'
import type { SuggestionSources } from '../../workbooks/layouts/suggest-meanings.ts'
import { rememberedMappings } from '../plan/column-mappings.ts'
import { readSettings } from '../standing/read-settings.ts'
import type { StoredLayout } from './stored-layouts.ts'
import { rememberedMeanings } from './stored-layouts.ts'

/** What suggestions for the columns of a form rest on: the organisation's words, and what people said before. */
export async function suggestionSources(db: ReadableDatabase, layouts: readonly StoredLayout[], locale: Locale): Promise<(form: FormDefinition) => SuggestionSources> {
  const [{ words }, mappings, departments] = [await readSettings(db, locale), await rememberedMappings(db), await db.selectFrom('department').select('name').execute()]
  const names = new Set(departments.map(({ name }) => keyOf(name)))
  const known = {
    grade: (text: string) => words.grade.read(text) !== undefined,
    category: (text: string) => words.riskCategory.read(text) !== undefined,
    powerType: (text: string) => words.powerType.read(text) !== undefined,
    measureKind: (text: string) => words.measureKind.read(text) !== undefined,
    department: (text: string) => names.has(keyOf(text)),
  }
  return (form) => ({ words: known, remembered: rememberedMeanings(form.code, layouts, mappings.get(form.code)) })
}
