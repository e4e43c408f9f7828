import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

/** Determined points whose present entry was filed with the higher office. */
export const pointsFiled = ofPoints('points-filed', {
  among: () => sql`r.determined_grade IS NOT NULL`,
  counts: () => sql`EXISTS (SELECT 1 FROM review_decision AS d WHERE d.risk_point_id = r.id AND d.cycle = r.entry_cycle AND d.action = 'file')`,
})
