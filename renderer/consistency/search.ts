import { z } from 'zod'
import { ruleCodes } from '#shared/model/consistency/rules.ts'
import { codesParam } from '#renderer/app/search-params.ts'

/** What the address of the consistency check says: the rule whose findings are shown, and the departments looked at. */
export const consistencySearchSchema = z.object({
  rule: z.enum(ruleCodes).optional().catch(undefined),
  department: codesParam,
})
export type ConsistencySearch = z.infer<typeof consistencySearchSchema>
