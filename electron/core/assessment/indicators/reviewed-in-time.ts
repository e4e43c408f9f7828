import { sql } from 'kysely'
import type { Condition } from '../../lists/filter-rules.ts'
import { ofPoints } from './indicator.ts'
import type { Moment } from './moment.ts'

const judged = sql`d.action IN ('pass', 'return', 'publish', 'file')`

/** The date by which a decision was due: so many working days after the entry had come to the step. */
const due = ({ stepDays, dueDates }: Moment): Condition => sql`json_extract(${dueDates}, '$."' || coalesce(
  json_extract(${stepDays}, '$."' || coalesce(r.entry_ladder, 0) || ':' || d.from_state || '"'), json_extract(${stepDays}, '$."0:' || d.from_state || '"')
) || '"."' || (SELECT e.decided_on FROM review_decision AS e WHERE e.risk_point_id = r.id AND e.number < d.number AND e.action <> 'take' ORDER BY e.number DESC LIMIT 1) || '"')`

/** Entries that waited for review in the year: none of their decisions came after its term, and none is overdue now. */
export const reviewedInTime = ofPoints('reviewed-in-time', {
  among: ({ from, until }) => sql`(r.entry_due_on IS NOT NULL OR EXISTS (SELECT 1 FROM review_decision AS d WHERE d.risk_point_id = r.id AND d.decided_on BETWEEN ${from} AND ${until} AND ${judged}))`,
  counts: (moment) => sql`coalesce(r.entry_due_on >= ${moment.day}, 1) AND NOT EXISTS (SELECT 1 FROM review_decision AS d
    WHERE d.risk_point_id = r.id AND d.decided_on BETWEEN ${moment.from} AND ${moment.until} AND ${judged} AND d.decided_on > ${due(moment)})`,
})
