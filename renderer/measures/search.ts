import { z } from 'zod'
import { measureSortColumns } from '#shared/contract/measures.ts'
import type { MeasureFilter } from '#shared/contract/measures.ts'
import { measureEffectivenesses, measureFrequencies } from '#shared/model/controls.ts'
import { measureProgresses, measureTerms, yearMarks } from '#shared/model/states.ts'
import { choicesParam, codesParam, idParam, sortParam, textParam, yesNoParam } from '#renderer/app/search-params.ts'

/** What the address of the list of control measures says: its filters, its order and the record that is open. */
export const measuresSearchSchema = z.object({
  text: textParam,
  content: textParam,
  owner: textParam,
  department: codesParam,
  kind: codesParam,
  progress: choicesParam(measureProgresses),
  term: choicesParam(measureTerms),
  overdue: yesNoParam,
  hasOwner: yesNoParam,
  risk: idParam,
  mark: choicesParam(yearMarks),
  ownerName: textParam,
  ownerPost: codesParam,
  frequency: choicesParam([...measureFrequencies, '']),
  effectiveness: choicesParam([...measureEffectivenesses, '']),
  executed: yesNoParam,
  /** The screen beside the list that is shown. */
  view: z.enum(['calendar', 'overdue']).optional().catch(undefined),
  /** Month of the calendar, `yyyy-mm`, and the day of it that is open. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  sort: sortParam(measureSortColumns),
  open: idParam,
})
export type MeasuresSearch = z.infer<typeof measuresSearchSchema>

export function measureFilterOf(search: MeasuresSearch): MeasureFilter {
  const { text, content, owner, department, kind, progress, term, overdue, hasOwner, risk, mark, ownerName, ownerPost, frequency, effectiveness, executed } = search
  return { text, content, owner, departmentIds: department, kindCodes: kind, progress, terms: term, overdue, hasOwner, riskPointId: risk, yearMarks: mark, ownerName, ownerPostIds: ownerPost, frequencies: frequency, effectiveness, executed }
}
