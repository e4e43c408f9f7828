import type { Sheet } from '#shared/contract/assessment.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'

const permissionFor = { self: 'assessment.score-self', office: 'assessment.score-office', lead: 'assessment.score-lead' } as const

/** Whether the person may give a score of this sheet: core says so, and in a frozen year nothing is given. */
export function useGives({ department: { departmentId }, scoring }: Sheet): (rater: Rater) => boolean {
  const may = useMayAny()
  return (rater) => (scoring[rater] === 'may' || scoring[rater] === 'instead') && may(permissionFor[rater], { departmentId })
}

/** As whom the person may score this sheet now; undefined where it is somebody else's turn. */
export function useActiveRater(sheet: Sheet): Rater | undefined {
  const gives = useGives(sheet)
  const { campaign, department: { step } } = sheet
  return campaign.state === 'scoring' && step !== 'scored' && gives(step) ? step : undefined
}
