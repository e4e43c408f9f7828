import type { RememberedReadings } from '#shared/contract/exchange.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { readLayouts } from './stored-layouts.ts'

/** Everything that is applied to the next file because somebody said so once. */
export async function listRemembered(db: ReadableDatabase): Promise<RememberedReadings> {
  const [layouts, mappings] = [await readLayouts(db), await db.selectFrom('column_mapping').selectAll().orderBy('form_code').orderBy('header_key').execute()]
  return {
    layouts: layouts.map(({ id, form, fileName, sheet, columns, rememberedBy, rememberedAt }) => ({ id, form, fileName, sheet, columns: [...columns], rememberedBy, rememberedAt })),
    columns: mappings.map(({ form_code: form, header_key: header, field: meaning }) => ({ form, header, meaning })),
  }
}
