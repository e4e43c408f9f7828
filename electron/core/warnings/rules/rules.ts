import type { WarningRuleCode } from '#shared/model/warnings/rules.ts'
import { benchmarkUncalibrated } from './benchmark-uncalibrated.ts'
import { changedAfterGrading } from './changed-after-grading.ts'
import { copiedText } from './copied-text.ts'
import { highWithoutMeasure } from './high-without-measure.ts'
import { manyLowerings } from './many-lowerings.ts'
import { measureOverdue } from './measure-overdue.ts'
import { measureUnowned } from './measure-unowned.ts'
import { postChangedHands } from './post-changed-hands.ts'
import { reExaminationOverdue } from './re-examination-overdue.ts'
import { recheckOverdue } from './recheck-overdue.ts'
import { reviewOverdue } from './review-overdue.ts'
import type { Rule } from './rule.ts'

/** Every rule the program can ask; to add one: its code in shared/model/warnings/rules.ts, a row of warning_rule, a file here. */
export const rules: Readonly<Record<WarningRuleCode, Rule>> = {
  'benchmark-uncalibrated': benchmarkUncalibrated,
  'changed-after-grading': changedAfterGrading,
  'copied-text': copiedText,
  'high-without-measure': highWithoutMeasure,
  'many-lowerings': manyLowerings,
  'measure-overdue': measureOverdue,
  'measure-unowned': measureUnowned,
  'post-changed-hands': postChangedHands,
  're-examination-overdue': reExaminationOverdue,
  'recheck-overdue': recheckOverdue,
  'review-overdue': reviewOverdue,
}
