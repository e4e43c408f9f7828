import { register } from './0001-register.ts'
import { peopleReviewEvidence } from './0002-people-review-evidence/index.ts'
import { workOfTheYear } from './0003-work-of-the-year/index.ts'
import type { Migration } from './migration.ts'

/** All steps in order. A new step goes to the end, in a file of its own, with a test that starts from real data. */
export const migrations: readonly Migration[] = [register, peopleReviewEvidence, workOfTheYear]
