import { z } from 'zod'
import type { manualMappingSchema } from '#shared/contract/exchange.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { Actor, ReadableDatabase } from '../../database/database.ts'
import type { Field, FormCode } from '../../workbooks/forms/form-definition.ts'
import { fields } from '../../workbooks/forms/form-definition.ts'
import { headerKey } from '../../workbooks/forms/header-key.ts'
import type { ManualMapping } from '../../workbooks/forms/map-columns.ts'

type Decision = Field | 'ignore'

const decisionSchema = z.enum([...fields, 'ignore'])

export interface Remembered { readonly form: FormCode; readonly header: string; readonly decision: Decision }

/** The decisions people made about columns before, by form. */
export async function rememberedMappings(db: ReadableDatabase): Promise<ReadonlyMap<string, ManualMapping>> {
  const rows = await db.selectFrom('column_mapping').selectAll().execute()
  const byForm = Map.groupBy(rows, (row) => row.form_code)
  return new Map([...byForm].map(([form, own]) => [form, Object.fromEntries(own.flatMap(({ header_key: key, field }) => {
    const decision = decisionSchema.safeParse(field)
    return decision.success ? [[key, decision.data]] : []
  }))]))
}

/** The decisions about one sheet, by header key. @throws Refusal `import.unknown-field` */
export function decisionsFor(mapping: z.infer<typeof manualMappingSchema>, sheet: string): ManualMapping {
  const given = Object.hasOwn(mapping, sheet) ? Object.entries(mapping[sheet] ?? {}) : []
  return Object.fromEntries(given.map(([header, field]) => {
    const decision = decisionSchema.safeParse(field)
    if (!decision.success) throw new Refusal('import.unknown-field', { field })
    return [headerKey(header), decision.data]
  }))
}

/** Keeps what a person decided, for the next file of the same shape. Writes only what is new. */
export async function rememberMappings(core: Core, actor: Actor, decided: readonly Remembered[]): Promise<void> {
  const known = await rememberedMappings(core.database.read)
  const fresh = decided.filter(({ form, header, decision }) => known.get(form)?.[header] !== decision)
  if (fresh.length === 0) return
  await core.database.change(actor, async (change) => {
    for (const { form, header, decision } of fresh) {
      await change.db.insertInto('column_mapping').values({ form_code: form, header_key: header, field: decision })
        .onConflict((conflict) => conflict.columns(['form_code', 'header_key']).doUpdateSet({ field: decision })).execute()
      await change.record({ action: 'column-mapping.change', entity: 'column-mapping', entityId: form, before: { [header]: known.get(form)?.[header] ?? null }, after: { [header]: decision } })
    }
  })
}
