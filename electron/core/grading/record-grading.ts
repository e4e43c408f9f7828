import type { Factors } from '#shared/contract/grading.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { leaderAfterGrading } from '#shared/model/responsible-leader.ts'
import type { Responsibility } from '#shared/model/responsible-leader.ts'
import type { ConfirmCode, GradingDirection, GradingSource, GradingStage } from '#shared/model/states.ts'
import type { Change } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { StaleRecord } from '../stale-record.ts'
import { readResponsibility } from './stored-scales.ts'

export interface NewGrading {
  readonly riskPointId: string
  /** The revision of the risk point that was looked at; left out where the caller has just read it itself. */
  readonly revision?: number
  readonly stage: GradingStage
  readonly methodVersionId: string
  readonly factors: Factors
  readonly score: number | null
  /** By the factors alone. */
  readonly computedGrade: string
  /** Codes of the override rules that held. */
  readonly overrides: readonly string[]
  readonly finalGrade: string
  /** Severity rank of the final grade in the method's scale. */
  readonly finalRank: number
  /** Where a person departed from what the method gave, overrides included; 'same' where nobody did. */
  readonly direction: GradingDirection
  readonly approver?: string | null
  readonly reason: string
  readonly source: GradingSource
  /** The open question of the point that this grading answers. */
  readonly settles?: ConfirmCode
}

type Point = Pick<Row<'risk_point'>, 'id' | 'revision' | 'grading_id' | 'grade_code' | 'grade_rank' | 'grading_stage' | 'likelihood' | 'consequence' | 'responsible_leader' | 'confirm_code' | 'entry_state'>

const copied = ['grading_id', 'grade_code', 'grade_rank', 'grading_stage', 'likelihood', 'consequence', 'responsible_leader', 'confirm_code'] as const
type Copied = Pick<Point, (typeof copied)[number]>

/**
 * Appends a grading to a risk point and makes it the one that counts: the point's copies of it, and the responsible
 * leader where he follows from the grade. Recorded as `grading.declare` or `grading.accept` under the risk point's id,
 * so that the point's history shows it; the full grading stands in its own row, which never changes.
 * @throws Refusal `record.missing`
 * @throws StaleRecord when the point was saved after `revision`
 */
export async function recordGrading(change: Change, grading: NewGrading): Promise<{ gradingId: string; revision: number }> {
  const point = await change.db.selectFrom('risk_point').select(['id', 'revision', 'entry_state', ...copied]).where('id', '=', grading.riskPointId).executeTakeFirst()
  if (point === undefined) throw new Refusal('record.missing')
  if (grading.revision !== undefined && grading.revision !== point.revision) throw new StaleRecord(point.id, { revision: point.revision, ...inContractWords(point) })
  const gradingId = await append(change, grading)
  const after = copiesOf(point, { ...grading, id: gradingId }, await responsibilityIn(change))
  const revision = point.revision + 1
  await change.db.updateTable('risk_point').set({ ...after, ...following(point, grading), revision, updated_at: change.at }).where('id', '=', point.id).execute()
  await trace(change, { point, after, grading, gradingId })
  return { gradingId, revision }
}

/** What triggers would have follow, each in an update of its own and through every index of the point once more. */
function following({ entry_state: state }: Point, { methodVersionId, finalGrade, finalRank }: NewGrading) {
  const declares = state === 'draft' || state === 'returned'
  return { grading_version_id: methodVersionId, ...(declares ? { entry_grade: finalGrade, entry_grade_rank: finalRank } : {}) }
}

/** Read once per change: an import records thousands of gradings in one, and the table of who answers is not among what it changes. */
const responsibilities = new WeakMap<Change, Promise<Responsibility>>()

function responsibilityIn(change: Change): Promise<Responsibility> {
  const known = responsibilities.get(change) ?? readResponsibility(change.db)
  responsibilities.set(change, known)
  return known
}

async function append(change: Change, grading: NewGrading): Promise<string> {
  const id = change.newId()
  await change.db.insertInto('grading').values({
    id,
    risk_point_id: grading.riskPointId,
    method_version_id: grading.methodVersionId,
    stage: grading.stage,
    factors: JSON.stringify(grading.factors),
    score: grading.score,
    computed_grade: grading.computedGrade,
    overrides: JSON.stringify(grading.overrides),
    final_grade: grading.finalGrade,
    final_rank: grading.finalRank,
    direction: grading.direction,
    approver: grading.approver ?? null,
    reason: grading.reason,
    source: grading.source,
    batch_id: change.batchId,
    graded_by: change.actor.name,
    graded_at: change.at,
    graded_on: change.today,
  }).execute()
  return id
}

/** The factors of these two names place a point in the likelihood × consequence picture, whatever the method. */
function numberIn(factors: Factors, code: 'likelihood' | 'consequence'): number | null {
  const value = factors[code]
  return typeof value === 'number' ? value : null
}

function copiesOf(point: Point, grading: NewGrading & { readonly id: string }, responsibility: Responsibility): Copied {
  return {
    grading_id: grading.id,
    grade_code: grading.finalGrade,
    grade_rank: grading.finalRank,
    grading_stage: grading.stage,
    likelihood: numberIn(grading.factors, 'likelihood'),
    consequence: numberIn(grading.factors, 'consequence'),
    responsible_leader: leaderAfterGrading(responsibility, { stands: point.responsible_leader, from: point.grade_code, to: grading.finalGrade }),
    confirm_code: point.confirm_code === grading.settles ? null : point.confirm_code,
  }
}

function inContractWords(point: Copied): Record<string, unknown> {
  return {
    gradingId: point.grading_id,
    gradeCode: point.grade_code,
    gradingStage: point.grading_stage,
    likelihood: point.likelihood,
    consequence: point.consequence,
    responsibleLeader: point.responsible_leader,
    confirmCode: point.confirm_code,
  }
}

async function trace(change: Change, { point, after, grading, gradingId }: { point: Point; after: Copied; grading: NewGrading; gradingId: string }): Promise<void> {
  const [was, is] = [inContractWords(point), inContractWords(after)]
  const changed = Object.keys(is).filter((field) => was[field] !== is[field])
  const only = (values: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, values[field]]))
  const { reason, approver } = grading
  await change.record({
    action: grading.stage === 'declared' ? 'grading.declare' : 'grading.accept',
    entity: 'grading',
    entityId: point.id,
    before: only(was),
    after: { ...only(is), ...(reason === '' ? {} : { reason }), ...(approver === undefined || approver === null ? {} : { approver }) },
    seals: [{ table: 'grading', key: gradingId }],
  })
}
