import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createPower } from '#core/powers/power-records.ts'
import { createRiskPoint } from '#core/risks/risk-records.ts'
import { recordGrading } from '#core/grading/record-grading.ts'
import type { TestRegister } from './register.ts'
import { openTestRegister, setUpTestOrganisation } from './register.ts'

export interface Sample {
  readonly register: TestRegister
  readonly approvals: string
  readonly works: string
  readonly approvalPost: string
  readonly worksPost: string
  /** 取水许可审批, of the approvals department, with the steps 受理 and 审查. */
  readonly licence: string
  /** 工程招标, of the works department. */
  readonly tender: string
  readonly point: string
  readonly measure: string
}

/** A set-up register with two departments, two powers, one risk point and the measure for it. */
export async function openSample(): Promise<Sample> {
  const register = await openTestRegister()
  await setUpTestOrganisation(register)
  const ids = await register.change(async (change) => {
    const approvals = await createDepartment(change, { name: '行政审批股', headTitle: '股长' })
    const works = await createDepartment(change, { name: '建设管理股' })
    const approvalPost = await createPost(change, { departmentId: approvals, name: '审批岗' })
    const worksPost = await createPost(change, { departmentId: works, name: '招标岗' })
    const licence = await createPower(change, {
      name: '取水许可审批', code: '0100001', typeCode: 'licence', departmentId: approvals, postId: approvalPost,
      legalBases: ['《中华人民共和国水法》第七条', '《取水许可和水资源费征收管理条例》'], steps: [{ name: '受理' }, { name: '审查' }],
    })
    const tender = await createPower(change, { name: '工程招标', departmentId: works, discretion: 'yes' })
    const point = await createRiskPoint(change, { powerId: licence, categoryCode: 'business-process', manifestation: '受理时对不符合条件的申请予以受理' })
    const measure = await createMeasure(change, { content: '受理条件上墙公示', departmentId: approvals, riskPointIds: [point] })
    return { approvals, works, approvalPost, worksPost, licence, tender, point, measure }
  })
  return { register, ...ids }
}

/** The audit entries of a record, oldest first, without what differs from run to run. */
export function auditOf({ database }: TestRegister, entityId: string) {
  const rows = database.connection.prepare<[string], { action: string; entity: string; actor: string; before: string | null; after: string | null }>(
    'SELECT action, entity, actor, before, after FROM audit_entry WHERE entity_id = ? ORDER BY number').all(entityId)
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }))
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))

/** One row of a table, by id. */
export const rowOf = ({ database }: TestRegister, table: string, id: string): Record<string, unknown> => {
  const row = database.connection.prepare<[string], Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (row === undefined) throw new Error(`no ${table} ${id}`)
  return row
}

/** Declares a grade for a point as a workbook would. */
export const declareGrade = (register: TestRegister, riskPointId: string, grade: { code: string; rank: number }, factors: Record<string, number> = {}) =>
  register.change(async (change) => {
    const version = await change.db.selectFrom('method_in_force').select('method_version_id').orderBy('number', 'desc').executeTakeFirstOrThrow()
    await recordGrading(change, {
      riskPointId, stage: 'declared', methodVersionId: version.method_version_id, factors, score: null, computedGrade: grade.code, overrides: [],
      finalGrade: grade.code, finalRank: grade.rank, direction: 'same', reason: '', source: 'import',
    })
  })
