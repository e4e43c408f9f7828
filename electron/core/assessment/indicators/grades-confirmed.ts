import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

/** Points carried over from the year before whose grade was confirmed in this one. */
export const gradesConfirmed = ofPoints('grades-confirmed', { among: () => sql`r.year_mark IS NOT 'new'`, counts: () => sql`r.grade_to_confirm = 0` })
