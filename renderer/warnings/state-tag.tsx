import { useTranslation } from 'react-i18next'
import type { DisposalState } from '#shared/model/warnings/disposal.ts'
import badge from '#renderer/review/state-badge.module.css'

const tones: Partial<Record<DisposalState, string>> = { found: 'draft', escalated: 'returned', lifted: 'settled', transferred: 'draft' }

/** Where a sheet stands, in a word. */
export function StateTag({ state }: { state: DisposalState }) {
  const { t } = useTranslation('warnings')
  return <span className={badge.badge} data-tone={tones[state] ?? 'pending'} data-testid="warning-state" data-state={state}>{t(`state.${state}`)}</span>
}
