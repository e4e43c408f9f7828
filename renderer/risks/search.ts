import { z } from 'zod'
import { riskSortColumns } from '#shared/contract/risks.ts'
import type { RiskFilter } from '#shared/contract/risks.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { gradingStages, yearMarks } from '#shared/model/states.ts'
import { choicesParam, codesParam, idParam, numberParam, sortParam, textParam, yesNoParam } from '#renderer/app/search-params.ts'

/** What the address of the list of risk points says: its filters, its order and the record that is open. */
export const risksSearchSchema = z.object({
  text: textParam,
  manifestation: textParam,
  powerName: textParam,
  power: idParam,
  department: codesParam,
  post: codesParam,
  category: codesParam,
  /** An empty item stands for points that are not graded yet. */
  grade: codesParam,
  /** Remaining risk, expected and verified; an empty item stands for none. */
  expected: codesParam,
  verified: codesParam,
  stage: choicesParam([...gradingStages, '']),
  confirm: yesNoParam,
  state: choicesParam(entryStates),
  late: yesNoParam,
  reexamine: yesNoParam,
  lowered: yesNoParam,
  mark: choicesParam(yearMarks),
  regrade: yesNoParam,
  hasMeasure: yesNoParam,
  likelihood: numberParam,
  consequence: numberParam,
  sort: sortParam(riskSortColumns),
  open: idParam,
})
export type RisksSearch = z.infer<typeof risksSearchSchema>

export function riskFilterOf(search: RisksSearch): RiskFilter {
  const { text, manifestation, powerName, power, department, post, category, grade, stage, confirm, hasMeasure, likelihood, consequence, mark, regrade, state, late, reexamine, lowered, expected, verified } = search
  return {
    text, manifestation, powerName, powerId: power, departmentIds: department, postIds: post, categoryCodes: category,
    gradeCodes: grade, stages: stage, toConfirm: confirm, hasMeasure, likelihood, consequence,
    entryStates: state, reviewOverdue: late, toReExamine: reexamine, lowered,
    expectedGrades: expected, verifiedGrades: verified, yearMarks: mark, gradeToConfirm: regrade,
  }
}
