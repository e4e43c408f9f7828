import type { WritableDatabase } from '../database/database.ts'
import type { RecordSearch } from '../records/record-kind.ts'
import { forgetText, indexPower, indexRiskPoint } from '../search/search-text.ts'

/** A power is found by its own words; its risk points are found by its name, so renaming it reaches them too. */
export const powerSearch: RecordSearch = {
  fields: ['name', 'subItem', 'code', 'legalBases'],
  index: async (db, { number, id, renamed }) => {
    const power = await db.selectFrom('power').select(['name', 'sub_item', 'code']).where('number', '=', number).executeTakeFirstOrThrow()
    const bases = await db.selectFrom('legal_basis').select('text').where('power_id', '=', id).orderBy('position').execute()
    await indexPower(db, number, { name: [power.name, power.sub_item], code: power.code, basis: bases.map(({ text }) => text) })
    if (renamed) await renameInRiskPoints(db, id, power.name)
  },
  forget: (db, number) => forgetText(db, 'power_text', number),
}

async function renameInRiskPoints(db: WritableDatabase, powerId: string, powerName: string): Promise<void> {
  const points = await db.selectFrom('risk_point').select(['number', 'title', 'manifestation'])
    .where('power_id', '=', powerId).where('state', '=', 'in-force').execute()
  for (const { number, title, manifestation } of points) await indexRiskPoint(db, number, { powerName, title, manifestation })
}
