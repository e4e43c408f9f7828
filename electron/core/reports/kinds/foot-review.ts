import { mustEqual, tally } from '#shared/model/report-figures.ts'
import { refuseWhere } from '../report-does-not-foot.ts'
import { wordsFor } from './list-paper.ts'
import type { Decision, PointView, Reading } from './read-points.ts'

interface Judged { readonly point: Pick<PointView, 'id' | 'measureCount'>; readonly decisions: readonly Decision[] }

/**
 * Holds a review sheet against what is counted without it: the decisions of the entry's present way; that each begins
 * where the one before ended and the last ended where the entry stands; and the measures that triggers count with it.
 * @throws {ReportDoesNotFoot}
 */
export async function footReview({ db, order }: Reading, { point, decisions }: Judged): Promise<void> {
  const stands = await db.selectFrom('risk_point').select(['entry_state', 'entry_cycle', 'measure_count']).where('id', '=', point.id).executeTakeFirstOrThrow()
  const { kept } = await db.selectFrom('review_decision').select(({ fn }) => fn.countAll<number>().as('kept')).where('risk_point_id', '=', point.id).where('cycle', '=', stands.entry_cycle).executeTakeFirstOrThrow()
  refuseWhere([
    ...mustEqual('rows-decisions', '', { stated: kept, counted: decisions.length }),
    ...mustEqual('decisions-chain', '', { stated: decisions.length, counted: linkedTo(stands.entry_state, decisions) }),
    ...mustEqual('rows-measures', '', { stated: stands.measure_count, counted: point.measureCount }),
  ], order.locale)
}

/** How many of the decisions lead without a gap to where the entry stands, counted from the last one back. */
function linkedTo(state: string, decisions: readonly Decision[]): number {
  let [reached, linked] = [state, 0]
  for (const { from_state, to_state } of decisions.toReversed()) {
    if (to_state !== reached) return linked
    reached = from_state
    linked++
  }
  return linked
}

/** 合计：审核记录 4 条（提交1、同意3），防控措施 2 条。 */
export function reviewSum(reading: Reading, { point, decisions }: Judged): string {
  const w = wordsFor(reading)
  const parts = [...tally(decisions.map(({ action }) => w(`action.${action}`)))].map(([label, count]) => w('count.part', { label, count }))
  return w('sum.decisions', { count: decisions.length, parts: parts.join(w('comma')), measures: point.measureCount })
}
