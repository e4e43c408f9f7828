import { useTranslation } from 'react-i18next'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import styles from './state-badge.module.css'

const tones: Partial<Record<EntryState, string>> = { 'in-force': 'settled', 'returned': 'returned', 'draft': 'draft', 'cancelled': 'draft' }
const toneOf = (state: EntryState): string => tones[state] ?? (pendingStates.some((pending) => pending === state) ? 'pending' : 'draft')

/** Where an entry stands, in a word. */
export function StateBadge({ state }: { state: EntryState }) {
  const { t } = useTranslation('review')
  return <span className={styles.badge} data-tone={toneOf(state)} data-testid="entry-state" data-state={state}>{t(`state.${state}`)}</span>
}
