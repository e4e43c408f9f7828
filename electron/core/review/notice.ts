import type { Change } from '../database/database.ts'
import { noticeChanges } from './re-examinations.ts'

/** A power was changed: every point that stands on it was judged with it in view. */
export async function noticePower(change: Change, powerId: string): Promise<void> {
  const points = await change.db.selectFrom('risk_point').select('id').where('power_id', '=', powerId).where('state', '=', 'in-force').execute()
  noticeChanges(change, points.map(({ id }) => id))
}

/** A measure was changed: every point it serves was judged with it in view. */
export async function noticeMeasure(change: Change, measureId: string): Promise<void> {
  const links = await change.db.selectFrom('risk_point_measure').select('risk_point_id').where('measure_id', '=', measureId).execute()
  noticeChanges(change, links.map((link) => link.risk_point_id))
}
