import { setImmediate } from 'node:timers/promises'
import type { Factors } from '#shared/contract/grading.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { SnapshotGrading, SnapshotMeasure, SnapshotPower, SnapshotRiskPoint } from './snapshot.ts'

/** Rows read at once: some milliseconds each, so that other work gets its turn. */
const pageSize = 500

/** Pages in order of number, until one comes back empty; other work gets its turn between them. */
export async function* pages<T extends { number: number }>(read: (after: number) => Promise<T[]>): AsyncGenerator<T[], void, void> {
  for (let after = 0; ;) {
    const page = await read(after)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last.number
    await setImmediate()
  }
}

export async function* livePowers(db: ReadableDatabase): AsyncGenerator<SnapshotPower[], void, void> {
  const read = (after: number) => db.selectFrom('power').selectAll().where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(pageSize).execute()
  for await (const page of pages(read)) {
    const ids = page.map((power) => power.id)
    const bases = await db.selectFrom('legal_basis').select(['power_id', 'text']).where('power_id', 'in', ids).orderBy('power_id').orderBy('position').orderBy('id').execute()
    const steps = await db.selectFrom('process_step').select(['power_id', 'id', 'name']).where('power_id', 'in', ids).orderBy('power_id').orderBy('position').orderBy('id').execute()
    const [basesOf, stepsOf] = [Map.groupBy(bases, (basis) => basis.power_id), Map.groupBy(steps, (step) => step.power_id)]
    yield page.map((power) => ({
      ...powerFields(power),
      legalBases: (basesOf.get(power.id) ?? []).map((basis) => basis.text),
      steps: (stepsOf.get(power.id) ?? []).map(({ id, name }) => ({ id, name })),
    }))
  }
}

function powerFields(power: Row<'power'>): Omit<SnapshotPower, 'legalBases' | 'steps'> {
  return {
    id: power.id, number: power.number, departmentId: power.department_id, postId: power.post_id, typeCode: power.type_code, code: power.code, codeScheme: power.code_scheme,
    name: power.name, subItem: power.sub_item, exercisedBy: power.exercised_by, statutoryLimit: power.statutory_limit, promisedLimit: power.promised_limit,
    feeBasis: power.fee_basis, publicity: power.publicity, discretion: power.discretion, benchmarkNo: power.benchmark_no, benchmarkCalibratedOn: power.benchmark_calibrated_on,
    duties: power.duties, liability: power.liability, remarks: power.remarks, threeMajors: power.three_majors === 1, pastCase: power.past_case === 1,
  }
}

export async function* liveRiskPoints(db: ReadableDatabase): AsyncGenerator<SnapshotRiskPoint[], void, void> {
  const read = (after: number) => db.selectFrom('risk_point').selectAll().where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(pageSize).execute()
  for await (const page of pages(read)) {
    const gradings = await gradingsOf(db, page.flatMap((point) => point.grading_id ?? []))
    const measures = await measureIdsOf(db, page.map((point) => point.id))
    yield page.map((point) => ({
      ...pointFields(point),
      grading: gradings.get(point.grading_id ?? '') ?? null,
      measureIds: (measures.get(point.id) ?? []).map((link) => link.measure_id),
    }))
  }
}

function pointFields(point: Row<'risk_point'>): Omit<SnapshotRiskPoint, 'grading' | 'measureIds'> {
  return {
    id: point.id, number: point.number, powerId: point.power_id, departmentId: point.department_id, postId: point.post_id, stepId: point.step_id, categoryCode: point.category_code,
    title: point.title, manifestation: point.manifestation, existingRules: point.existing_rules, directOwner: point.direct_owner, departmentHead: point.department_head,
    responsibleLeader: point.responsible_leader, pastCase: point.past_case === 1, confirmCode: point.confirm_code,
  }
}

async function gradingsOf(db: ReadableDatabase, ids: readonly string[]): Promise<Map<string, SnapshotGrading>> {
  const rows = ids.length === 0 ? [] : await db.selectFrom('grading').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, stage: row.stage, methodVersionId: row.method_version_id, factors: JSON.parse(row.factors) as Factors, score: row.score, computedGrade: row.computed_grade,
    overrides: JSON.parse(row.overrides) as string[], finalGrade: row.final_grade, finalRank: row.final_rank, direction: row.direction, approver: row.approver, reason: row.reason,
    gradedBy: row.graded_by, gradedOn: row.graded_on,
  }]))
}

/** A measure that was withdrawn keeps its links, but controls nothing any more. */
async function measureIdsOf(db: ReadableDatabase, pointIds: readonly string[]) {
  const links = await db.selectFrom('risk_point_measure').innerJoin('control_measure', 'control_measure.id', 'risk_point_measure.measure_id')
    .select(['risk_point_measure.risk_point_id', 'risk_point_measure.measure_id'])
    .where('risk_point_measure.risk_point_id', 'in', pointIds).where('control_measure.state', '=', 'in-force')
    .orderBy('risk_point_measure.position').orderBy('control_measure.number').execute()
  return Map.groupBy(links, (link) => link.risk_point_id)
}

export async function* liveMeasures(db: ReadableDatabase): AsyncGenerator<SnapshotMeasure[], void, void> {
  const read = (after: number) => db.selectFrom('control_measure').selectAll().where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(pageSize).execute()
  for await (const page of pages(read)) {
    yield page.map((measure) => ({
      id: measure.id, number: measure.number, departmentId: measure.department_id, kindCode: measure.kind_code, content: measure.content, owner: measure.owner, term: measure.term,
      ownerPostId: measure.owner_post_id, frequency: measure.frequency, effectiveness: measure.effectiveness, executionCount: measure.execution_count,
      dueOn: measure.due_on, progress: measure.progress, doneOn: measure.done_on, remarks: measure.remarks,
    }))
  }
}
