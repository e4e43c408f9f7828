import { z } from 'zod'
import type { RectificationFilter } from '#shared/contract/rectification.ts'
import { rectificationSources } from '#shared/model/rectification.ts'
import { choicesParam, codesParam, idParam } from '#renderer/app/search-params.ts'

/** Which part of the ledger is shown; what is not closed, where nothing is said. */
export const ledgerViews = ['pending', 'overdue', 'open', 'rectified', 'returned', 'closed', 'all'] as const
export type LedgerView = (typeof ledgerViews)[number]

/** What the address of the rectification ledger says: its filters and the entry that is open. */
export const rectificationSearchSchema = z.object({
  view: z.enum(ledgerViews).optional().catch(undefined),
  department: codesParam,
  source: choicesParam(rectificationSources),
  open: idParam,
})
export type RectificationSearch = z.infer<typeof rectificationSearchSchema>

export function ledgerFilterOf({ view = 'pending', department, source }: RectificationSearch): RectificationFilter {
  const states: Record<LedgerView, RectificationFilter> = {
    pending: { states: ['open', 'returned', 'rectified'] }, overdue: { overdue: true }, open: { states: ['open'] }, rectified: { states: ['rectified'] }, returned: { states: ['returned'] }, closed: { states: ['closed'] }, all: {},
  }
  return { ...states[view], ...(department === undefined ? {} : { departmentIds: department }), ...(source === undefined ? {} : { sources: [...source] }) }
}
