import { sql } from 'kysely'
import { ofPowers } from './indicator.ts'

/** Powers that no case recorded in the year touches. */
export const noCase = ofPowers('no-case', {
  counts: ({ from, until }) => sql`r.id NOT IN (SELECT t.power_id FROM adjustment AS a CROSS JOIN adjustment_task AS t ON t.adjustment_id = a.id
    WHERE a.happened_on BETWEEN ${from} AND ${until} AND a.kind = 'case')`,
})
