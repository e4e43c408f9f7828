import type { Core } from '../../core.ts'
import type { Actor } from '../../database/database.ts'
import { toldOf } from './remember-layout.ts'
import { readLayouts } from './stored-layouts.ts'

/** @returns whether there was something to forget: somebody else may have been quicker, and both are served */
export async function forgetLayout(core: Core, actor: Actor, id: string): Promise<boolean> {
  return core.database.change(actor, async (change) => {
    const known = (await readLayouts(change.db)).find((layout) => layout.id === id)
    const { numDeletedRows } = await change.db.deleteFrom('sheet_layout').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    const before = known === undefined ? {} : { fileName: known.fileName, sheetName: known.sheet, ...toldOf(known.form, known.columns) }
    await change.record({ action: 'sheet-layout.forget', entity: 'sheet-layout', entityId: id, before })
    return true
  })
}

/** The same for a single column of a form that is recognised. */
export async function forgetColumn(core: Core, actor: Actor, { form, header }: { form: string; header: string }): Promise<boolean> {
  return core.database.change(actor, async (change) => {
    const known = await change.db.selectFrom('column_mapping').selectAll().where('form_code', '=', form).where('header_key', '=', header).executeTakeFirst()
    if (known === undefined) return false
    await change.db.deleteFrom('column_mapping').where('form_code', '=', form).where('header_key', '=', header).execute()
    await change.record({ action: 'column-mapping.forget', entity: 'column-mapping', entityId: form, before: { [header]: known.field } })
    return true
  })
}
