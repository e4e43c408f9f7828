import { sql } from 'kysely'
import type { RuleFinder, Sql } from '../rule-query.ts'

/** The next department before or after it in the index is looked for, so that a thousand copies cost no more than one. */
const elsewhere = (than: '<' | '>'): Sql => sql`EXISTS (SELECT 1 FROM risk_point AS o
  WHERE o.state = 'in-force' AND o.manifestation_key = r.manifestation_key AND o.department_id ${sql.raw(than)} r.department_id)`

/** The same manifestation, word for word, in more than one department: copied, not found at the post. */
export const copiedText: RuleFinder = () => ({
  from: sql`(SELECT manifestation_key AS text FROM risk_point WHERE state = 'in-force' GROUP BY manifestation_key HAVING min(department_id) <> max(department_id)) AS c
    CROSS JOIN risk_point AS r ON r.manifestation_key = c.text`,
  where: sql`r.state = 'in-force'`,
  few: { from: sql`risk_point AS r`, where: sql`r.state = 'in-force' AND (${elsewhere('<')} OR ${elsewhere('>')})` },
  order: sql`r.manifestation_key, r.department_id, r.number`,
})
