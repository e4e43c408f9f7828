import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { pendingStates, writableStates } from '#shared/model/review/entry-states.ts'
import panel from '#renderer/components/list/panel.module.css'

/** Why an entry cannot be changed now: which of the sentences says it; undefined where it can. */
export function lockOf(state: RiskRow['entryState']): 'locked' | 'locked.submitted' | 'locked.in-force' | 'locked.cancelled' | undefined {
  if (writableStates.some((writable) => writable === state)) return undefined
  if (state === 'submitted') return 'locked.submitted'
  if (pendingStates.some((pending) => pending === state)) return 'locked'
  return state === 'in-force' ? 'locked.in-force' : 'locked.cancelled'
}

/** Says where the form for grading would stand why there is none. */
export function GradingLock({ risk }: { risk: Pick<RiskRow, 'entryState'> }) {
  const { t } = useTranslation('review')
  const lock = lockOf(risk.entryState)
  return lock === undefined ? null : <p className={panel.quiet} data-testid="grading-lock">{t(`writer.${lock}`)}</p>
}
