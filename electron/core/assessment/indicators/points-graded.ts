import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

export const pointsGraded = ofPoints('points-graded', { counts: () => sql`r.grade_code IS NOT NULL` })
