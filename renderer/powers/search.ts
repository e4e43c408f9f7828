import { z } from 'zod'
import { powerSortColumns } from '#shared/contract/powers.ts'
import type { PowerFilter } from '#shared/contract/powers.ts'
import { discretions, yearMarks } from '#shared/model/states.ts'
import { choicesParam, codesParam, idParam, sortParam, textParam, yesNoParam } from '#renderer/app/search-params.ts'

/** What the address of the list of powers says: its filters, its order and the record that is open. */
export const powersSearchSchema = z.object({
  text: textParam,
  name: textParam,
  code: textParam,
  department: codesParam,
  type: codesParam,
  discretion: choicesParam(discretions),
  hasRisk: yesNoParam,
  hasBenchmark: yesNoParam,
  hasSteps: yesNoParam,
  mark: choicesParam(yearMarks),
  sort: sortParam(powerSortColumns),
  open: idParam,
})
export type PowersSearch = z.infer<typeof powersSearchSchema>

export function powerFilterOf(search: PowersSearch): PowerFilter {
  const { text, name, code, department, type, discretion, hasRisk, hasBenchmark, hasSteps, mark } = search
  return { text, name, code, departmentIds: department, typeCodes: type, discretion, hasRisk, hasBenchmark, hasSteps, yearMarks: mark }
}
