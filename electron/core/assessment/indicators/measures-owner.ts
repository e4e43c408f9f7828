import { sql } from 'kysely'
import { ofMeasures } from './indicator.ts'

/** Measures for which a post or somebody answers. */
export const measuresOwner = ofMeasures('measures-owner', { counts: () => sql`(r.owner_post_id IS NOT NULL OR trim(coalesce(r.owner, '')) <> '')` })
