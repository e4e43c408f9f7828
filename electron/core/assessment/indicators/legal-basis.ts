import { sql } from 'kysely'
import { ofPowers } from './indicator.ts'

/** Powers that name the law they rest on. */
export const legalBasis = ofPowers('legal-basis', { counts: () => sql`EXISTS (SELECT 1 FROM legal_basis AS b WHERE b.power_id = r.id)` })
