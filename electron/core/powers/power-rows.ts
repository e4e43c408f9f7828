import type { PowerRow } from '#shared/contract/powers.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

/** The rows of one page, in no particular order. */
export const powerRows = (db: ReadableDatabase, numbers: readonly number[]): Promise<PowerRow[]> =>
  db.selectFrom('power as r')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('post as o', 'o.id', 'r.post_id')
    .select([
      'r.id', 'r.number', 'r.revision', 'r.code', 'r.type_code as typeCode', 'r.name', 'r.sub_item as subItem',
      'r.department_id as departmentId', 'd.name as departmentName', 'r.post_id as postId', 'o.name as postName',
      'r.statutory_limit as statutoryLimit', 'r.promised_limit as promisedLimit', 'r.publicity', 'r.discretion',
      'r.benchmark_no as benchmarkNo', 'r.benchmark_calibrated_on as benchmarkCalibratedOn',
      'r.risk_count as riskCount', 'r.step_count as stepCount', 'r.year_mark as yearMark', 'r.updated_at as updatedAt',
    ])
    .where(among('r.number', numbers)).execute()
