import type { Migration } from '../migration.ts'
import { adjustments } from './adjustments.ts'
import { attachments } from './attachments.ts'
import { chainLog } from './chain-log.ts'
import { evidence } from './evidence.ts'
import { people } from './people.ts'
import { publicity } from './publicity.ts'
import { review } from './review.ts'
import { years } from './years.ts'

/** People, review and the evidence trail, one part for each subject. */
export const peopleReviewEvidence: Migration = {
  version: 2,
  name: 'people-review-evidence',
  sql: [people, attachments, review, publicity, adjustments, years, evidence].join('\n'),
  run: { identity: 'chain-log 1', work: chainLog },
}
