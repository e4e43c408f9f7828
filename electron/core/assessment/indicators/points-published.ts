import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

/** Determined points whose present entry was published. */
export const pointsPublished = ofPoints('points-published', {
  among: () => sql`r.determined_grade IS NOT NULL`,
  counts: () => sql`EXISTS (SELECT 1 FROM review_decision AS d WHERE d.risk_point_id = r.id AND d.cycle = r.entry_cycle AND d.action = 'publish')`,
})
