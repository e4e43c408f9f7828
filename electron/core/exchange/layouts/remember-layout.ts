import type { Core } from '../../core.ts'
import type { Actor, Change } from '../../database/database.ts'
import type { FormCode } from '../../workbooks/forms/form-definition.ts'
import type { Layout, LayoutColumn, StoredLayout } from './stored-layouts.ts'
import { readLayouts } from './stored-layouts.ts'

/** A header with what was said about it, and where. */
export interface LayoutToKeep extends Layout {
  readonly fileName: string
  readonly sheet: string
}

const said = ({ form, keepsAbove, columns }: Layout): string => JSON.stringify([form, keepsAbove, columns])

/** Keeps how headers were read by hand, for the next file like it. Writes only what was not known in the same words. */
export async function rememberLayouts(core: Core, actor: Actor, given: readonly LayoutToKeep[]): Promise<void> {
  if (given.length === 0) return
  const known = new Map((await readLayouts(core.database.read)).map((layout) => [layout.fingerprint, layout]))
  // Of two sheets with the same header the last word counts.
  const news = [...new Map(given.map((layout) => [layout.fingerprint, layout])).values()].filter((layout) => {
    const before = known.get(layout.fingerprint)
    return before === undefined || said(before) !== said(layout)
  })
  if (news.length === 0) return
  await core.database.change(actor, async (change) => {
    for (const layout of news) await keep(change, layout, known.get(layout.fingerprint))
  })
}

async function keep(change: Change, layout: LayoutToKeep, before: StoredLayout | undefined): Promise<void> {
  const values = {
    form_code: layout.form, keeps_above: layout.keepsAbove ? 1 as const : 0 as const, columns: JSON.stringify(layout.columns), file_name: layout.fileName, sheet_name: layout.sheet,
    remembered_by: change.actor.name, remembered_by_id: change.actor.id ?? null, remembered_at: change.at,
  }
  const { id } = await change.db.insertInto('sheet_layout')
    .values({ id: change.newId(), fingerprint: layout.fingerprint, opening: layout.opening, levels: layout.levels, ...values })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(values)).returning('id').executeTakeFirstOrThrow()
  await change.record({
    action: 'sheet-layout.remember', entity: 'sheet-layout', entityId: id, ...(before === undefined ? {} : { before: toldOf(before.form, before.columns) }),
    after: { fileName: layout.fileName, sheetName: layout.sheet, ...toldOf(layout.form, layout.columns) },
  })
}

/** What the log keeps of it: the form, and each column with what it holds. */
export const toldOf = (form: FormCode, columns: readonly LayoutColumn[]) =>
  ({ formCodes: [form], columnMeanings: columns.map(({ title, meaning }) => ({ header: title, meaning })) })
