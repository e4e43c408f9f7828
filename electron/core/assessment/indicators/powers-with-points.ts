import { sql } from 'kysely'
import { ofPowers } from './indicator.ts'

export const powersWithPoints = ofPowers('powers-with-points', { counts: () => sql`r.risk_count > 0` })
