import { z } from 'zod'
import type { Desk } from '#shared/contract/review.ts'
import { riskSortColumns } from '#shared/contract/risks.ts'
import type { RiskFilter } from '#shared/contract/risks.ts'
import { entryStates, pendingStates } from '#shared/model/review/entry-states.ts'
import type { WorkingRole } from '#shared/model/roles.ts'
import { choicesParam, codesParam, idParam, sortParam, textParam } from '#renderer/app/search-params.ts'

/** Which entries the queue holds; without one, those that wait for whoever is asking. */
export const reviewViews = ['mine', 'asked', 'all', 'overdue', 're-examine', 'lowered'] as const
export type ReviewView = (typeof reviewViews)[number]

/** What the address of the review desk says: which entries, in which order, and the one on the desk. */
export const reviewSearchSchema = z.object({
  view: z.enum(reviewViews).optional().catch(undefined),
  state: choicesParam(entryStates),
  department: codesParam,
  grade: codesParam,
  text: textParam,
  sort: sortParam(riskSortColumns),
  open: idParam,
})
export type ReviewSearch = z.infer<typeof reviewSearchSchema>

/** What is asked of somebody: the states his roles take and the departments they reach (null: all). */
export interface Asked { readonly states: readonly Desk['entryState'][]; readonly departmentIds: readonly string[] | null; readonly roles: readonly WorkingRole[] }

/** The list behind a view. Who is never asked to judge sees all that is under review. */
export function reviewFilterOf(search: ReviewSearch, asked: Asked): RiskFilter {
  const { view = 'mine', state, department, grade, text } = search
  const departmentIds = department ?? asked.departmentIds ?? undefined
  const mine = asked.states.length > 0 ? asked.states : pendingStates
  const byView = {
    'mine': { entryStates: [...mine] },
    'asked': { askedRoles: [...asked.roles] },
    'all': { entryStates: [...pendingStates] },
    'overdue': { reviewOverdue: true },
    're-examine': { toReExamine: true },
    'lowered': { lowered: true },
  } satisfies Record<ReviewView, RiskFilter>
  return {
    ...byView[view], ...(state === undefined ? {} : { entryStates: state }), ...(departmentIds === undefined ? {} : { departmentIds: [...departmentIds] }),
    ...(grade === undefined ? {} : { gradeCodes: grade }), ...(text === undefined ? {} : { text }),
  }
}
