import { sql } from 'kysely'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { Condition } from '../../lists/filter-rules.ts'
import type { Indicator } from './indicator.ts'

/** States in which a sheet waits for the department that was warned. */
export const withDepartment: Condition = sql`('issued', 'received', 'analysed', 'rectifying')`

/** Warning sheets that were issued in the year, or before it and still open then. What was only found has not left the office. */
export const ofWarnings = (code: IndicatorCode, counts: Indicator['counts']): Indicator => ({
  code, counts, entity: 'warning', from: sql`warning AS r`,
  of: (departmentId, { from, until }) => sql`r.department_id = ${departmentId} AND r.issued_on <= ${until} AND (r.closed = 0 OR r.closed_on >= ${from})`,
  label: sql`coalesce(nullif(r.object, ''), r.situation)`,
  about: sql`r.issued_on || iif(r.situation = '', '', ' ' || r.situation)`,
})
