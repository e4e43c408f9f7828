import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

/** Points of the heaviest grade that have a measure in force. */
export const heaviestMeasures = ofPoints('heaviest-measures', { among: ({ heaviest }) => sql`r.grade_rank = ${heaviest}`, counts: () => sql`r.measure_count > 0` })
