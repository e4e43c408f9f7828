import { setImmediate } from 'node:timers/promises'
import type { Factors } from '#shared/contract/grading.ts'
import { decideDirection, needsApprover, needsReason } from '#shared/model/grading/direction.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { valueOf } from '#shared/model/grading/factors.ts'
import { grade } from '#shared/model/grading/grade.ts'
import type { Graded } from '#shared/model/grading/grade.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { levelOf } from '#shared/model/scales.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import type { Change, WritableDatabase } from '../database/database.ts'
import { factColumns, factsOf } from './facts.ts'
import type { FactColumns } from './facts.ts'
import { methodInForce } from './methods.ts'
import type { UsableMethod } from './methods.ts'
import { recordGrading } from './record-grading.ts'

export interface GradeItem {
  readonly riskPointId: string
  readonly revision: number
  readonly factors: Factors
  readonly finalGrade?: string | undefined
}

export interface GradeOrder {
  readonly items: readonly GradeItem[]
  readonly reason: string
  readonly approver?: string | undefined
}

interface Standing extends FactColumns {
  readonly id: string
  readonly number: number
  readonly state: 'in-force' | 'withdrawn'
  readonly grade_code: string | null
  readonly grade_rank: number | null
}

interface Decision {
  readonly graded: Graded
  readonly final: string
  /** Severity of the final grade. */
  readonly rank: number
  /** Against what the method gave. */
  readonly byHand: GradingDirection
  /** Against the grade that stood. */
  readonly againstStanding: GradingDirection
}

/** So many points are graded before other work gets its turn. */
const breath = 200

/**
 * Grades points by the version in force: all of them or, where one is refused, none.
 * @throws Refusal `record.missing`, `record.withdrawn`, `grading.factors-missing`, `grading.factors-invalid`,
 * `grading.unknown-grade`, `grading.reason-missing`, `grading.approver-missing`, `grading.approver-is-self`
 * @throws StaleRecord when a point was saved after the revision that was looked at
 */
export async function gradePoints(change: Change, order: GradeOrder): Promise<number> {
  const method = await methodInForce(change.db)
  const points = await standing(change.db, order.items.map((item) => item.riskPointId))
  for (const [index, item] of order.items.entries()) {
    const point = points.get(item.riskPointId)
    if (point === undefined) throw new Refusal('record.missing')
    points.set(point.id, { ...point, ...await gradeOne(change, { method, point, item, order }) })
    if (index % breath === breath - 1) await setImmediate()
  }
  return order.items.length
}

async function standing(db: WritableDatabase, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await db.selectFrom('risk_point').innerJoin('power', 'power.id', 'risk_point.power_id')
    .select(['risk_point.id', 'risk_point.number', 'risk_point.state', 'risk_point.grade_code', 'risk_point.grade_rank', ...factColumns])
    .where('risk_point.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Grades one point and answers how it stands then: an order may name a point again. */
async function gradeOne(change: Change, { method, point, item, order }: { method: UsableMethod; point: Standing; item: GradeItem; order: GradeOrder }): Promise<Pick<Standing, 'grade_code' | 'grade_rank'>> {
  const { definition, versionId } = method
  if (point.state === 'withdrawn') throw new Refusal('record.withdrawn')
  const decision = decide(method, point, item)
  refuseUnexplained(decision, { point, order, actor: change.actor.name })
  await recordGrading(change, {
    riskPointId: point.id,
    revision: item.revision,
    stage: 'declared',
    methodVersionId: versionId,
    factors: ofMethod(definition, item.factors),
    score: decision.graded.score ?? null,
    computedGrade: decision.graded.computed,
    overrides: decision.graded.overrides,
    finalGrade: decision.final,
    finalRank: decision.rank,
    direction: decision.byHand,
    approver: order.approver ?? null,
    reason: order.reason.trim(),
    source: 'person',
    settles: 'grade.split',
  })
  return { grade_code: decision.final, grade_rank: decision.rank }
}

function decide({ definition, scale }: UsableMethod, point: Standing, item: GradeItem): Decision {
  const graded = grade(definition, scale, item.factors, factsOf(point))
  if (!graded.ok) throw factorsRefused(point, graded)
  const final = item.finalGrade ?? graded.final
  const level = levelOf(scale, final)
  if (level === undefined) throw new Refusal('grading.unknown-grade', { grade: final }, 'finalGrade')
  return { graded, final, rank: level.severityRank, byHand: decideDirection(scale, graded.final, final), againstStanding: fromStanding(scale, point, level.severityRank) }
}

export function factorsRefused({ number }: Pick<Standing, 'number'>, { missing, invalid }: { missing: readonly string[]; invalid: readonly string[] }): Refusal {
  return missing.length > 0
    ? new Refusal('grading.factors-missing', { number, factors: missing.join(', ') }, 'factors')
    : new Refusal('grading.factors-invalid', { number, factors: invalid.join(', ') }, 'factors')
}

/** A grade of another scale is compared by the severity it was given with. */
function fromStanding(scale: Scale, { grade_code, grade_rank }: Standing, rank: number): GradingDirection {
  if (grade_code === null) return 'same'
  const stood = levelOf(scale, grade_code)?.severityRank ?? grade_rank ?? rank
  if (stood === rank) return 'same'
  return rank > stood ? 'raised' : 'lowered'
}

/**
 * Raising by hand takes a reason. Lowering, below what the method gave or below what stood, takes a reason and somebody
 * else who approves it: no weak point is talked down quietly.
 */
function refuseUnexplained({ byHand, againstStanding }: Decision, { point, order, actor }: { point: Standing; order: GradeOrder; actor: string }): void {
  const lowered = needsApprover(byHand) || needsApprover(againstStanding)
  const params = { number: point.number }
  if ((needsReason(byHand) || lowered) && keyOf(order.reason) === '') throw new Refusal('grading.reason-missing', params, 'reason')
  if (!lowered) return
  const approver = order.approver?.trim() ?? ''
  // By their keys, so that neither a dash nor one's own name in another spelling will do.
  if (keyOf(approver) === '') throw new Refusal('grading.approver-missing', params, 'approver')
  if (keyOf(approver) === keyOf(actor)) throw new Refusal('grading.approver-is-self', { ...params, approver }, 'approver')
}

/** Only what the method asks for is kept with the grading. */
export function ofMethod(definition: MethodDefinition, factors: Factors): Factors {
  return Object.fromEntries(factorsOf(definition).flatMap((factor) => {
    const value = valueOf(factor, factors)
    return value === undefined ? [] : [[factor.code, value]]
  }))
}
