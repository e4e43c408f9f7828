import type { RiskRow } from '#shared/contract/risks.ts'
import type { ConfirmCode } from '#shared/model/states.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

/** How many measures a row of the list names. */
const measuresInRow = 10

/** A row of the list, and what the detail and the export show beside it. */
export type FullRiskRow = RiskRow & {
  existingRules: string | null
  pastCase: boolean
  powerTypeCode: string | null
  powerSubItem: string
  createdAt: string
}

/** The rows of one page, in no particular order. */
export async function riskRows(db: ReadableDatabase, numbers: readonly number[], mostMeasures = measuresInRow): Promise<FullRiskRow[]> {
  const rows = await selectRows(db).where(among('r.number', numbers)).execute()
  const measures = await measuresOf(db, rows.map(({ id }) => id))
  return rows.map(({ pastCase, confirmCode, gradeToConfirm, toReExamine, lowered, ...row }) => ({
    ...row,
    toReExamine: toReExamine === 1,
    lowered: lowered === 1,
    pastCase: pastCase === 1,
    gradeToConfirm: gradeToConfirm === 1,
    confirmCode: confirmCode as ConfirmCode | null,
    measures: (measures.get(row.id) ?? []).slice(0, mostMeasures),
  }))
}

const selectRows = (db: ReadableDatabase) =>
  db.selectFrom('risk_point as r')
    .innerJoin('power as p', 'p.id', 'r.power_id')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('post as o', 'o.id', 'r.post_id')
    .leftJoin('process_step as s', 's.id', 'r.step_id')
    .select([
      'r.id', 'r.number', 'r.revision', 'r.power_id as powerId', 'p.name as powerName', 'p.code as powerCode', 'p.type_code as powerTypeCode',
      'p.sub_item as powerSubItem', 'r.department_id as departmentId', 'd.name as departmentName', 'r.post_id as postId', 'o.name as postName',
      'r.step_id as stepId', 's.name as stepName', 'r.category_code as categoryCode', 'r.title', 'r.manifestation',
      'r.grade_code as gradeCode', 'r.grading_stage as gradingStage', 'r.likelihood', 'r.consequence', 'r.confirm_code as confirmCode',
      'r.direct_owner as directOwner', 'r.department_head as departmentHead', 'r.responsible_leader as responsibleLeader',
      'r.measure_count as measureCount', 'r.year_mark as yearMark', 'r.grade_to_confirm as gradeToConfirm', 'r.existing_rules as existingRules', 'r.past_case as pastCase',
      'r.entry_state as entryState', 'r.entry_grade as entryGrade', 'r.entry_since as entrySince', 'r.entry_due_on as entryDueOn', 'r.determined_grade as determinedGrade',
      'r.expected_grade as expectedGrade', 'r.verified_grade as verifiedGrade',
      'r.to_re_examine as toReExamine', 'r.entry_lowered as lowered', 'r.updated_at as updatedAt', 'r.created_at as createdAt',
    ])

/** Contents of the measures in force by risk point, in their order. */
async function measuresOf(db: ReadableDatabase, riskPointIds: readonly string[]): Promise<Map<string, string[]>> {
  const links = await db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id')
    .select(['l.risk_point_id as riskPointId', 'l.position', 'm.number', 'm.content'])
    .where(among('l.risk_point_id', riskPointIds)).where('m.state', '=', 'in-force').execute()
  const ordered = links.toSorted((a, b) => a.position - b.position || a.number - b.number)
  const byPoint = Map.groupBy(ordered, (link) => link.riskPointId)
  return new Map([...byPoint].map(([id, linked]) => [id, linked.map(({ content }) => content)]))
}
