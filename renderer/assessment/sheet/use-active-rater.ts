import type { Sheet } from '#shared/contract/assessment.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'

/** As whom the person may score this sheet now; undefined where it is somebody else's turn. */
export function useActiveRater({ campaign, department: { step, departmentId }, ownSelfScore }: Sheet): Rater | undefined {
  const may = useMayAny()
  if (campaign.state !== 'scoring' || step === 'scored') return undefined
  if (step === 'self') return may('assessment.score-self', { departmentId }) ? 'self' : undefined
  return !ownSelfScore && may(step === 'office' ? 'assessment.score-office' : 'assessment.score-lead') ? step : undefined
}
