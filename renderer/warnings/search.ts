import { z } from 'zod'
import { disposalStates } from '#shared/model/warnings/disposal.ts'
import { choicesParam, codesParam, idParam, yesNoParam } from '#renderer/app/search-params.ts'

/** What the address of the warnings says: which are listed, and which one is open. */
export const warningsSearchSchema = z.object({
  tab: z.enum(['sheets', 'events']).optional().catch(undefined),
  view: z.enum(['closed', 'all']).optional().catch(undefined),
  state: choicesParam(disposalStates),
  level: codesParam,
  /** '' for warnings no rule found. */
  rule: codesParam,
  source: codesParam,
  department: codesParam,
  overdue: yesNoParam,
  cleared: yesNoParam,
  power: idParam,
  riskPoint: idParam,
  open: idParam,
})
export type WarningsSearch = z.infer<typeof warningsSearchSchema>
