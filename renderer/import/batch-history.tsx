import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '#shared/contract/exchange.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import type { ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { gains } from './plan-figures.ts'
import { UndoImport } from './undo-import.tsx'

/** All files that came in, newest first. */
export function BatchHistory({ batches, session }: { batches: readonly ImportBatch[] | undefined; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  if (batches === undefined) return <div className={styles.history} aria-busy="true" />
  if (batches.length === 0) return <EmptyState title={t('history.none')} text={t('history.none.text')} />
  return (
    <div className={styles.history}>
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table} data-testid="import-history">
          <thead>
            <tr>
              <th scope="col" className={styles.number}>{t('history.number')}</th><th scope="col">{t('history.time')}</th><th scope="col">{t('history.file')}</th>
              <th scope="col" className={styles.number}>{t('tab.new')}</th><th scope="col" className={styles.number}>{t('tab.changed')}</th><th scope="col" className={styles.number}>{t('figures.rejected')}</th>
              <th scope="col">{t('history.by')}</th><th scope="col">{t('history.state')}</th>
            </tr>
          </thead>
          <tbody>{batches.map((batch) => <BatchRow key={batch.id} batch={batch} session={session} />)}</tbody>
        </table>
      </div>
    </div>
  )
}

function BatchRow({ batch, session }: { batch: ImportBatch; session: ImportSession }) {
  const { t } = useTranslation(['exchange', 'common'])
  const { created, updated } = gains(batch.summary)
  return (
    <tr data-state={batch.state} data-testid="batch">
      <td className={styles.number}>{batch.number}</td>
      <td className={styles.narrow}><time dateTime={batch.importedAt}>{localTime(batch.importedAt)}</time></td>
      <td className={styles.label}>{batch.fileName}<small>{batch.formCodes.map((code) => t(`form.${code}` as 'form.risk-list-9')).join(t('common:listSeparator'))}</small></td>
      <td className={styles.number}>{created}</td>
      <td className={styles.number}>{updated}</td>
      <td className={styles.number}>{batch.summary.rejected}</td>
      <td>{batch.importedBy}</td>
      <td className={styles.narrow}>{batch.undoneAt === null ? <UndoImport batch={batch} session={session} small /> : t('history.undone', { time: localTime(batch.undoneAt) })}</td>
    </tr>
  )
}
