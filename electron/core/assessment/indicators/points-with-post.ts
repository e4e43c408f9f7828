import { sql } from 'kysely'
import { ofPoints } from './indicator.ts'

export const pointsWithPost = ofPoints('points-with-post', { counts: () => sql`r.post_id IS NOT NULL` })
