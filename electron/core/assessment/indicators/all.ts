import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import { adjustmentsInTime } from './adjustments-in-time.ts'
import { benchmark } from './benchmark.ts'
import { flowchart } from './flowchart.ts'
import { gradeChangeReason } from './grade-change-reason.ts'
import { gradesConfirmed } from './grades-confirmed.ts'
import { heaviestMeasures } from './heaviest-measures.ts'
import type { Indicator } from './indicator.ts'
import { legalBasis } from './legal-basis.ts'
import { measuresEvidenced } from './measures-evidenced.ts'
import { measuresOnTime } from './measures-on-time.ts'
import { measuresOwner } from './measures-owner.ts'
import { noCase } from './no-case.ts'
import { pointsFiled } from './points-filed.ts'
import { pointsGraded } from './points-graded.ts'
import { pointsPublished } from './points-published.ts'
import { pointsWithMeasures } from './points-with-measures.ts'
import { pointsWithPost } from './points-with-post.ts'
import { postsWithHolder } from './posts-with-holder.ts'
import { powersWithPoints } from './powers-with-points.ts'
import { rectifiedInTime } from './rectified-in-time.ts'
import { reExaminations } from './re-examinations.ts'
import { reviewedInTime } from './reviewed-in-time.ts'
import { warningsNotEscalated } from './warnings-not-escalated.ts'
import { warningsSettled } from './warnings-settled.ts'

/** All indicators by their codes; leaving one out does not compile. */
export const indicators: Readonly<Record<IndicatorCode, Indicator>> = {
  flowchart,
  'legal-basis': legalBasis,
  benchmark,
  'powers-with-points': powersWithPoints,
  'no-case': noCase,
  'points-with-post': pointsWithPost,
  'points-graded': pointsGraded,
  'points-with-measures': pointsWithMeasures,
  'heaviest-measures': heaviestMeasures,
  'reviewed-in-time': reviewedInTime,
  'points-published': pointsPublished,
  'points-filed': pointsFiled,
  'grades-confirmed': gradesConfirmed,
  're-examinations': reExaminations,
  'grade-change-reason': gradeChangeReason,
  'measures-owner': measuresOwner,
  'measures-on-time': measuresOnTime,
  'measures-evidenced': measuresEvidenced,
  'warnings-settled': warningsSettled,
  'warnings-not-escalated': warningsNotEscalated,
  'rectified-in-time': rectifiedInTime,
  'adjustments-in-time': adjustmentsInTime,
  'posts-with-holder': postsWithHolder,
}
