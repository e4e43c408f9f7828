import { z } from 'zod'
import { differenceKinds } from '#shared/contract/years.ts'
import { choicesParam, codesParam, numberParam } from '#renderer/app/search-params.ts'

/** What the address of the years says: which two are compared, and which differences are listed. */
export const yearsSearchSchema = z.object({
  from: numberParam,
  /** Left out for today's register. */
  to: numberParam,
  kind: choicesParam(differenceKinds),
  department: codesParam,
})
