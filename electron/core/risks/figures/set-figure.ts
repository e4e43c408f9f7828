import type { Factors } from '#shared/contract/grading.ts'
import type { RiskFigureKind } from '#shared/model/controls.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { levelOf } from '#shared/model/scales.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Change } from '../../database/database.ts'
import { factColumns, factsOf } from '../../grading/facts.ts'
import { factorsRefused, ofMethod } from '../../grading/grade-points.ts'
import { methodInForce } from '../../grading/methods.ts'
import { StaleRecord } from '../../stale-record.ts'
import { whyNotVerify } from './why-not-verify.ts'

export interface FigureOrder {
  readonly figure: RiskFigureKind
  readonly riskPointId: string
  /** The revision that was looked at. */
  readonly revision: number
  readonly factors: Factors
  readonly reason: string
}

/**
 * Grades a point a second or third time, by the method in force and the same override rules: what it would be once its
 * planned measures work, or what inspection found it to be. The grade that counts for review, the inherent one, stays.
 * Both rest on the inherent one, and a lighter one on measures: without any there is nothing that could make it lighter,
 * so it is refused rather than warned of. Inspection may find a point graver than declared; nobody expects that.
 * @returns the grade
 * @throws Refusal `record.missing`, `record.withdrawn`, `figure.ungraded`, `figure.no-measure`, `figure.above-inherent`, `figure.reason-missing`,
 * `figure.own-entry`, `figure.own-post`, `figure.own-estimate`, `method.none-in-force`, `grading.factors-missing`, `grading.factors-invalid`
 * @throws StaleRecord when the point was saved after the revision that was looked at
 */
export async function setFigure(change: Change, order: FigureOrder): Promise<string> {
  const { figure, riskPointId, reason } = order
  const point = await readPoint(change, order)
  if (figure === 'verified') await demandVerifier(change, order)
  const graded = await gradedBy(change, order, point)
  refuseUngrounded(figure, { point, rank: graded.rank })
  const id = change.newId()
  await change.db.insertInto('risk_figure').values({
    id, risk_point_id: riskPointId, figure, method_version_id: graded.versionId, factors: JSON.stringify(graded.factors), score: graded.score, computed_grade: graded.computed,
    overrides: JSON.stringify(graded.overrides), grade: graded.grade, grade_rank: graded.rank, reason: reason.trim(),
    set_by: change.actor.name, set_by_id: change.actor.id ?? null, set_at: change.at, set_on: change.today,
  }).execute()
  const columns = figure === 'expected' ? { expected_grade: graded.grade, expected_rank: graded.rank } : { verified_grade: graded.grade, verified_rank: graded.rank }
  await change.db.updateTable('risk_point').set({ ...columns, revision: point.revision + 1, updated_at: change.at }).where('id', '=', riskPointId).execute()
  const said = reason.trim() === '' ? {} : { reason: reason.trim() }
  const seals = [{ table: 'risk_figure' as const, key: id }]
  if (figure === 'expected') await change.record({ action: 'risk-point.expect', entity: 'risk-point', entityId: riskPointId, before: { expectedGrade: point.expected_grade }, after: { expectedGrade: graded.grade, ...said }, seals })
  else await change.record({ action: 'risk-point.verify', entity: 'risk-point', entityId: riskPointId, before: { verifiedGrade: point.verified_grade }, after: { verifiedGrade: graded.grade, ...said }, seals })
  return graded.grade
}

async function readPoint(change: Change, { riskPointId, revision }: FigureOrder) {
  const point = await change.db.selectFrom('risk_point').innerJoin('power', 'power.id', 'risk_point.power_id')
    .select(['risk_point.number', 'risk_point.revision', 'risk_point.state', 'grade_code', 'grade_rank', 'measure_count', 'expected_grade', 'verified_grade', ...factColumns])
    .where('risk_point.id', '=', riskPointId).executeTakeFirst()
  if (point === undefined) throw new Refusal('record.missing')
  if (point.state !== 'in-force') throw new Refusal('record.withdrawn')
  if (point.revision !== revision) throw new StaleRecord(riskPointId, { revision: point.revision, state: point.state })
  return point
}

type Point = Awaited<ReturnType<typeof readPoint>>

async function demandVerifier(change: Change, { riskPointId, reason }: FigureOrder): Promise<void> {
  const why = await whyNotVerify(change.db, { riskPointId, person: change.actor, today: change.today })
  if (why !== undefined) throw new Refusal(why)
  if (keyOf(reason) === '') throw new Refusal('figure.reason-missing', {}, 'reason')
}

async function gradedBy(change: Change, { factors }: FigureOrder, point: Point) {
  const { definition, scale, versionId } = await methodInForce(change.db)
  const graded = grade(definition, scale, factors, factsOf(point))
  if (!graded.ok) throw factorsRefused(point, graded)
  const level = levelOf(scale, graded.final)
  if (level === undefined) throw new Refusal('grading.unknown-grade', { grade: graded.final }, 'factors')
  return { versionId, factors: ofMethod(definition, factors), score: graded.score ?? null, computed: graded.computed, overrides: graded.overrides, grade: graded.final, rank: level.severityRank }
}

function refuseUngrounded(figure: RiskFigureKind, { point, rank }: { point: Point; rank: number }): void {
  const params = { number: point.number }
  if (point.grade_rank === null) throw new Refusal('figure.ungraded', params)
  if (rank < point.grade_rank && point.measure_count === 0) throw new Refusal('figure.no-measure', params, 'factors')
  if (figure === 'expected' && rank > point.grade_rank) throw new Refusal('figure.above-inherent', params, 'factors')
}
