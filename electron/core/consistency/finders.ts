import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { RuleFinder } from './rule-query.ts'
import { benchmarkNotCalibrated } from './rules/benchmark-not-calibrated.ts'
import { categorySums } from './rules/category-sums.ts'
import { copiedText } from './rules/copied-text.ts'
import { departmentWithoutHead } from './rules/department-without-head.ts'
import { discretionWithoutBenchmark } from './rules/discretion-without-benchmark.ts'
import { expectedWithoutMeasure } from './rules/expected-without-measure.ts'
import { gradeNotConfirmed } from './rules/grade-not-confirmed.ts'
import { heaviestWithoutChief } from './rules/heaviest-without-chief.ts'
import { heaviestWithoutMeasure } from './rules/heaviest-without-measure.ts'
import { loweredWithoutReason } from './rules/lowered-without-reason.ts'
import { measureIneffective } from './rules/measure-ineffective.ts'
import { measureOverdue } from './rules/measure-overdue.ts'
import { measureWithoutEvidence } from './rules/measure-without-evidence.ts'
import { measureWithoutKind } from './rules/measure-without-kind.ts'
import { measureWithoutOwner } from './rules/measure-without-owner.ts'
import { measureWithoutPoint } from './rules/measure-without-point.ts'
import { methodOutdated } from './rules/method-outdated.ts'
import { pointUngraded } from './rules/point-ungraded.ts'
import { pointWithoutCategory } from './rules/point-without-category.ts'
import { pointWithoutStep } from './rules/point-without-step.ts'
import { postWithoutHolder } from './rules/post-without-holder.ts'
import { powerCodeTwice } from './rules/power-code-twice.ts'
import { powerWithoutBasis } from './rules/power-without-basis.ts'
import { powerWithoutCode } from './rules/power-without-code.ts'
import { powerWithoutFlow } from './rules/power-without-flow.ts'
import { powerWithoutRisk } from './rules/power-without-risk.ts'
import { rectificationOverdue } from './rules/rectification-overdue.ts'
import { reviewOverdue } from './rules/review-overdue.ts'
import { toReExamine } from './rules/to-re-examine.ts'
import { verifiedHeavier } from './rules/verified-heavier.ts'

/** How each rule finds its records; leaving one out does not compile. */
export const finders: Readonly<Record<RuleCode, RuleFinder>> = {
  'category-sums': categorySums,
  'point-ungraded': pointUngraded,
  'point-without-category': pointWithoutCategory,
  'heaviest-without-measure': heaviestWithoutMeasure,
  'expected-without-measure': expectedWithoutMeasure,
  'lowered-without-reason': loweredWithoutReason,
  'power-without-basis': powerWithoutBasis,
  'power-code-twice': powerCodeTwice,
  'discretion-without-benchmark': discretionWithoutBenchmark,
  'heaviest-without-chief': heaviestWithoutChief,
  'verified-heavier': verifiedHeavier,
  'copied-text': copiedText,
  'to-re-examine': toReExamine,
  'grade-not-confirmed': gradeNotConfirmed,
  'review-overdue': reviewOverdue,
  'power-without-flow': powerWithoutFlow,
  'power-without-risk': powerWithoutRisk,
  'power-without-code': powerWithoutCode,
  'benchmark-not-calibrated': benchmarkNotCalibrated,
  'measure-overdue': measureOverdue,
  'measure-without-evidence': measureWithoutEvidence,
  'measure-without-owner': measureWithoutOwner,
  'measure-ineffective': measureIneffective,
  'post-without-holder': postWithoutHolder,
  'department-without-head': departmentWithoutHead,
  'rectification-overdue': rectificationOverdue,
  'point-without-step': pointWithoutStep,
  'method-outdated': methodOutdated,
  'measure-without-kind': measureWithoutKind,
  'measure-without-point': measureWithoutPoint,
}
