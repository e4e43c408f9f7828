import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { columnsOf } from '../records/record-kind.ts'
import type { RecordKind, Standing } from '../records/record-kind.ts'
import { checkCode, checkPlace, settlePlace } from '../records/references.ts'
import type { Values } from '../records/values.ts'
import { noticePower } from '../review/notice.ts'
import { completeSteps } from './process-steps.ts'
import { powerLists } from './power-lists.ts'
import { powerSearch } from './power-search.ts'

/** A power (职权): what a department may do by law. */
export const powerKind: RecordKind = {
  table: 'power',
  entity: 'power',
  columns: columnsOf<'power'>()({
    code: 'code', codeScheme: 'code_scheme', typeCode: 'type_code', name: 'name', subItem: 'sub_item',
    departmentId: 'department_id', postId: 'post_id', exercisedBy: 'exercised_by',
    statutoryLimit: 'statutory_limit', promisedLimit: 'promised_limit', feeBasis: 'fee_basis', publicity: 'publicity',
    discretion: 'discretion', benchmarkNo: 'benchmark_no', benchmarkCalibratedOn: 'benchmark_calibrated_on',
    duties: 'duties', liability: 'liability', remarks: 'remarks', threeMajors: 'three_majors', pastCase: 'past_case',
  }),
  flags: ['threeMajors', 'pastCase'],
  keepBlank: ['subItem'],
  keys: { name: 'name_key' },
  lists: powerLists,
  complete: async (change, patch, stands) => {
    await checkCode(change, 'power-type', { field: 'typeCode', code: patch['typeCode'] })
    await checkPowerCode(change, patch['code'], stands?.id)
    return { ...await settlePlace(change, patch, stands?.values), ...await completeSteps(change, patch, stands) }
  },
  mayBecome: async (change, stands, state) => {
    if (state === 'withdrawn') return refuseWithRiskPoints(change, stands)
    await checkPowerCode(change, stands.values['code'], stands.id)
    await checkPlace(change, stands.values)
  },
  search: powerSearch,
  touched: noticePower,
}

/** A code names one power in force, whatever the scheme. */
async function checkPowerCode(change: Change, code: unknown, id: string | undefined): Promise<void> {
  if (typeof code !== 'string') return
  const other = await change.db.selectFrom('power').select(['id', 'name']).where('code', '=', code).where('state', '=', 'in-force').executeTakeFirst()
  if (other !== undefined && other.id !== id) throw new Refusal('power.code-taken', { code, name: other.name }, 'code')
}

async function refuseWithRiskPoints(change: Change, stands: Standing): Promise<void> {
  const { risk_count: points } = await change.db.selectFrom('power').select('risk_count').where('number', '=', stands.number).executeTakeFirstOrThrow()
  if (points > 0) throw new Refusal('power.has-risk-points', { name: nameOf(stands.values), points })
}

const nameOf = (values: Values): string => String(values['name'])
