import type { MeasureDetail } from '#shared/contract/measures.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import { measureRows } from './measure-rows.ts'

/** The full record of a control measure, withdrawn ones too. @throws Refusal `record.missing` */
export async function measureDetail(db: ReadableDatabase, id: string, today: string): Promise<MeasureDetail> {
  const found = await db.selectFrom('control_measure').select('number').where('id', '=', id).executeTakeFirst()
  const [row] = found === undefined ? [] : await measureRows(db, [found.number], today)
  if (row === undefined) throw new Refusal('record.missing')
  const points = (await servedPoints(db, [id])).map(({ measureId: _measure, ...point }) => point)
  return { ...row, riskPoints: points }
}

/** The risk points in force that measures serve, in order of number. */
export async function servedPoints(db: ReadableDatabase, measureIds: readonly string[]) {
  const rows = await db.selectFrom('risk_point_measure as l')
    .innerJoin('risk_point as r', 'r.id', 'l.risk_point_id')
    .innerJoin('power as p', 'p.id', 'r.power_id')
    .select(['l.measure_id as measureId', 'r.id', 'r.number', 'p.name as powerName', 'r.manifestation', 'r.grade_code as gradeCode'])
    .where(among('l.measure_id', measureIds)).where('r.state', '=', 'in-force').execute()
  return rows.toSorted((a, b) => a.number - b.number)
}
