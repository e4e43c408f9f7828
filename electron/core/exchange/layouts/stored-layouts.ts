import { createHash } from 'node:crypto'
import { z } from 'zod'
import { formCodes } from '#shared/contract/exchange.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { fields } from '../../workbooks/forms/form-definition.ts'
import type { FormCode } from '../../workbooks/forms/form-definition.ts'
import { formOf } from '../../workbooks/forms/forms.ts'
import type { KnownLayouts } from '../../workbooks/layouts/layout.ts'
import { layoutKey, titleKey } from '../../workbooks/layouts/layout.ts'
import type { RememberedMeanings } from '../../workbooks/layouts/suggest-meanings.ts'
import type { ManualMapping } from '../../workbooks/forms/map-columns.ts'

export const meaningSchema = z.enum([...fields, 'ignore', 'factor'])

const columnsSchema = z.array(z.object({ index: z.int(), title: z.string(), meaning: meaningSchema }))
export type LayoutColumn = z.infer<typeof columnsSchema>[number]

/** A header somebody read by hand. */
export interface Layout {
  readonly fingerprint: string
  /** titleKey of the first text in the header. */
  readonly opening: string
  /** How many rows the header has. */
  readonly levels: number
  readonly form: FormCode
  readonly keepsAbove: boolean
  readonly columns: readonly LayoutColumn[]
}

/** One that was remembered. */
export interface StoredLayout extends Layout {
  readonly id: string
  readonly fileName: string
  readonly sheet: string
  readonly rememberedBy: string
  /** UTC instant. */
  readonly rememberedAt: string
}

/** Far more than an office ever meets; a register that was filled with them on purpose is not read to its end. */
const readAtMost = 2000

/** What was read by hand before, the newest first. A layout of a form or field this program does not know is passed over. */
export async function readLayouts(db: ReadableDatabase): Promise<StoredLayout[]> {
  const rows = await db.selectFrom('sheet_layout').selectAll().orderBy('number', 'desc').limit(readAtMost).execute()
  return rows.flatMap((row) => {
    const [form, columns] = [z.enum(formCodes).safeParse(row.form_code), columnsSchema.safeParse(JSON.parse(row.columns))]
    if (!form.success || !columns.success) return []
    return [{
      id: row.id, fingerprint: row.fingerprint, opening: row.opening, levels: row.levels, form: form.data, keepsAbove: row.keeps_above === 1, columns: columns.data,
      fileName: row.file_name, sheet: row.sheet_name, rememberedBy: row.remembered_by, rememberedAt: row.remembered_at,
    }]
  })
}

/** What a header is known again by. */
export const fingerprintOf = (levels: number, titles: readonly string[]): string => createHash('sha256').update(layoutKey(levels, titles)).digest('hex')

/** Layouts to know headers by; of two for one header the last counts. */
export function knownLayouts(layouts: readonly Layout[]): KnownLayouts {
  const byFingerprint = new Map(layouts.map((layout) => [layout.fingerprint, layout]))
  const openings = new Set(layouts.map(({ opening }) => opening))
  return {
    levels: [...new Set(layouts.map((layout) => layout.levels))].toSorted((a, b) => b - a),
    begins: (text) => openings.has(titleKey(text)),
    find: (levels, titles) => {
      const layout = byFingerprint.get(fingerprintOf(levels, titles))
      if (layout === undefined) return undefined
      const meanings = new Map(layout.columns.map(({ index, meaning }) => [index, meaning]))
      return { form: formOf(layout.form), meanings, keepsAbove: layout.keepsAbove }
    },
  }
}

/** What people said of columns of a form by their titles: about recognised tables, and about those read by hand, the newest word first. */
export function rememberedMeanings(form: FormCode, layouts: readonly Layout[], mapping: ManualMapping = {}): RememberedMeanings {
  const ofLayouts = layouts.filter((layout) => layout.form === form).toReversed()
    .flatMap(({ columns }) => columns.map(({ title, meaning }) => [titleKey(title), meaning] as const))
  return new Map([...Object.entries(mapping), ...ofLayouts])
}
