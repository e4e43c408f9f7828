import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WaitingEntry } from '#shared/contract/publicity.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from './publicity.module.css'

interface Props {
  readonly page: { readonly total: number; readonly rows: readonly WaitingEntry[] } | undefined
  /** Takes an entry off; absent where the list stands. */
  readonly onLeaveOut?: ((riskPointId: string) => void) | undefined
}

/** The entries of a list, the first of them; the file holds them all. */
export function Entries({ page, onLeaveOut }: Props) {
  const { t } = useTranslation('publicity')
  if (page === undefined) return null
  return (
    <>
      <div className={styles.entries} data-testid="listed" data-total={page.total}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{t('column.no')}</th><th scope="col">{t('column.power')}</th><th scope="col">{t('column.manifestation')}</th><th scope="col">{t('column.grade')}</th>{onLeaveOut === undefined ? null : <th />}</tr></thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.riskPointId}>
                <td className={styles.tight}>{row.number}</td>
                <td>{row.powerName}<small>{row.departmentName}</small></td>
                <td>{row.manifestation}{row.outcome === null ? null : <small>{t(`outcome.${row.outcome}` as 'outcome.published', { defaultValue: row.outcome })}</small>}</td>
                <td className={styles.tight}><GradeTag code={row.grade} /></td>
                {onLeaveOut === undefined ? null : <td>{row.outcome === null ? <Button type="link" size="small" onClick={() => onLeaveOut(row.riskPointId)} data-testid="leave-out">{t('entries.leave-out')}</Button> : null}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.total > page.rows.length ? <p className={styles.quiet}>{t('entries.more', { shown: page.rows.length, total: page.total })}</p> : null}
    </>
  )
}
