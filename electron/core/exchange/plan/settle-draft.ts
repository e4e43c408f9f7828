import { leaderAfterGrading } from '#shared/model/responsible-leader.ts'
import type { PointDraft } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import { settleLinks } from '../draft/settle-links.ts'

/** What follows from the rows when all of them have been merged. */
export function settleDraft(draft: RegisterDraft): void {
  settleLinks(draft)
  for (const point of draft.points) {
    if (point.place === undefined) continue
    // A power may have got its department from a later row than the point.
    if (point.standing === undefined && point.now.departmentId === null) point.now.departmentId = point.power.now.departmentId
    if (point.grading !== undefined) point.now.responsibleLeader = leaderOf(point, point.grading.finalGrade, draft)
  }
}

function leaderOf({ now, standing, standingGrade, namedLeader }: PointDraft, to: string, { responsibility }: RegisterDraft): string | null {
  if (namedLeader !== undefined) return now.responsibleLeader
  return leaderAfterGrading(responsibility, { stands: standing?.responsibleLeader ?? now.responsibleLeader, from: standingGrade?.code ?? null, to })
}

/** Whether the import does anything to the point. */
export function pointChanges(point: PointDraft): boolean {
  return point.standing === undefined || point.grading !== undefined || linksChange(point) || fieldsChange(point)
}

const fieldsChange = ({ standing, now }: PointDraft): boolean => JSON.stringify(standing) !== JSON.stringify(now)

export function linksChange({ links, standingLinks }: PointDraft): boolean {
  return links !== standingLinks && (links.size !== standingLinks.size || [...links].some(([ref, { basis }]) => standingLinks.get(ref)?.basis !== basis))
}
