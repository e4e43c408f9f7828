import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/contract/assessment.ts'
import { localTime } from '#renderer/app/local-time.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import styles from './sheet.module.css'

/** How the sheet went from hand to hand; a reason it came back for stays to be read after it has gone on. */
export function HandOvers({ sheet: { handOvers } }: { sheet: Sheet }) {
  const { t } = useTranslation('assessment')
  if (handOvers.length === 0) return null
  return (
    <section className={styles.vetoes} data-testid="hand-overs" data-count={handOvers.length}>
      <h3>{t('hand-overs.title')}</h3>
      <div className={publicity.sheet}>
        <table className={publicity.table} aria-label={t('hand-overs.title')}>
          <tbody>{handOvers.toReversed().map(({ number, action, from, to, reason, by, at }) => (
            <tr key={number} data-testid="hand-over">
              <td className={publicity.tight}>{localTime(at)}</td><td className={publicity.tight}>{by}</td>
              <td className={publicity.tight}>{t(`hand-overs.${action}`, { from: t(`turn.${from}`), to: t(`turn.${to}`) })}</td><td>{reason}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  )
}
