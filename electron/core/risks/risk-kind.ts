import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { columnsOf } from '../records/record-kind.ts'
import type { RecordKind, Standing } from '../records/record-kind.ts'
import { checkCode, checkPlace, settlePlace } from '../records/references.ts'
import type { Values } from '../records/values.ts'
import { noticeChanges } from '../review/re-examinations.ts'
import { forgetText, indexRiskPoint } from '../search/search-text.ts'

/** A risk point (廉政风险点): where and how a power can be abused. Its grade is not a field: gradings set it. */
export const riskKind: RecordKind = {
  table: 'risk_point',
  entity: 'risk-point',
  columns: columnsOf<'risk_point'>()({
    powerId: 'power_id', departmentId: 'department_id', postId: 'post_id', stepId: 'step_id',
    categoryCode: 'category_code', title: 'title', manifestation: 'manifestation', existingRules: 'existing_rules',
    directOwner: 'direct_owner', departmentHead: 'department_head', responsibleLeader: 'responsible_leader',
    pastCase: 'past_case', confirmCode: 'confirm_code',
  }),
  flags: ['pastCase'],
  keepBlank: [],
  keys: { manifestation: 'manifestation_key' },
  complete: async (change, patch, stands) => {
    await checkCode(change, 'risk-category', { field: 'categoryCode', code: patch['categoryCode'] })
    const onPower = await settlePower(change, patch, stands)
    const given = { ...patch, ...onPower }
    return { ...onPower, ...await settlePlace(change, given, stands?.values), ...await settleStep(change, given, stands) }
  },
  mayBecome: async (change, stands, state) => {
    if (state === 'withdrawn') return refuseDetermined(change, stands)
    if ((await powerOf(change, stands.values['powerId']))?.state !== 'in-force') throw new Refusal('risk.power-withdrawn')
    await checkPlace(change, stands.values)
  },
  touched: async (change, id) => noticeChanges(change, [id]),
  search: {
    fields: ['powerId', 'title', 'manifestation'],
    index: async (db, { number }) => {
      const texts = await db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id')
        .select(['p.name as powerName', 'r.title', 'r.manifestation']).where('r.number', '=', number).executeTakeFirstOrThrow()
      await indexRiskPoint(db, number, texts)
    },
    forget: (db, number) => forgetText(db, 'risk_point_text', number),
  },
}

/** What the organisation determined goes only by a review that cancels it. */
async function refuseDetermined(change: Change, { number }: Standing): Promise<void> {
  const point = await change.db.selectFrom('risk_point').select('determined_grade').where('number', '=', number).executeTakeFirstOrThrow()
  if (point.determined_grade !== null) throw new Refusal('risk.determined', { number })
}

type PowerOfPoint = Pick<Row<'power'>, 'state' | 'department_id'>

const powerOf = (change: Change, id: unknown): Promise<PowerOfPoint | undefined> =>
  change.db.selectFrom('power').select(['state', 'department_id']).where('id', '=', String(id)).executeTakeFirst()

/** The power must be in force; a new point belongs to the power's department where none is given. */
async function settlePower(change: Change, patch: Values, stands: Standing | undefined): Promise<Values> {
  if (patch['powerId'] === undefined) return {}
  const power = await powerOf(change, patch['powerId'])
  if (power?.state !== 'in-force') throw new Refusal('power.unknown', {}, 'powerId')
  const inherits = stands === undefined && patch['departmentId'] === undefined && patch['postId'] === undefined
  return inherits && power.department_id !== null ? { departmentId: power.department_id } : {}
}

/** A step belongs to one power: a point that moves to another power leaves its step behind. */
async function settleStep(change: Change, patch: Values, stands: Standing | undefined): Promise<Values> {
  const powerId = patch['powerId'] ?? stands?.values['powerId']
  if (patch['stepId'] === undefined) {
    const moved = stands !== undefined && powerId !== stands.values['powerId'] && stands.values['stepId'] !== null
    return moved ? { stepId: null } : {}
  }
  if (typeof patch['stepId'] !== 'string') return {}
  const step = await change.db.selectFrom('process_step').select(['power_id', 'name']).where('id', '=', patch['stepId']).executeTakeFirst()
  if (step === undefined) throw new Refusal('step.unknown', {}, 'stepId')
  if (step.power_id !== powerId) throw new Refusal('step.of-another-power', { step: step.name }, 'stepId')
  return {}
}
