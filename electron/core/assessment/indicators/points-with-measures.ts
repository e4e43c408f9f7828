import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

/** Points that have a measure in force. */
export const pointsWithMeasures = ofPoints('points-with-measures', { counts: () => sql`r.measure_count > 0` })
