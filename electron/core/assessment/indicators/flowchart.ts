import { sql } from 'kysely'
import { ofPowers } from './indicator.ts'

/** Powers whose flowchart has steps. */
export const flowchart = ofPowers('flowchart', { counts: () => sql`r.step_count > 0` })
