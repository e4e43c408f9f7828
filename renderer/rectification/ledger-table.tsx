import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rectification } from '#shared/contract/rectification.ts'
import { runningStates } from '#shared/model/rectification.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import styles from '#renderer/publicity/publicity.module.css'
import { useOwnerText } from './use-owner-text.ts'

interface Props { readonly rows: readonly Rectification[]; readonly openId: string | undefined; /** Whether something else stands beside the list. */ readonly beside: boolean; readonly onOpen: (id: string) => void; readonly chosen: readonly string[]; readonly onChoose: (ids: readonly string[]) => void }

/** One page of the ledger; entries whose term may be changed can be chosen. */
export function LedgerTable({ rows, openId, beside, onOpen, chosen, onChoose }: Props) {
  const { t } = useTranslation('rectification')
  const may = useMayAny()
  const owner = useOwnerText()
  // Beside an open entry there is room for what tells entries apart.
  const narrow = openId !== undefined || beside
  const columns = (['number', 'problem', 'source', 'department', 'owner', 'dueOn', 'state'] as const).filter((column) => !narrow || (column !== 'source' && column !== 'owner'))
  const running = rows.filter(({ state, departmentId }) => runningStates.some((one) => one === state) && may('rectification.close', { departmentId })).map(({ id }) => id)
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={t('title')}>
        <thead>
          <tr>
            {running.length === 0 ? null : <th scope="col"><Checkbox aria-label={t('select.all')} checked={chosen.length === running.length} indeterminate={chosen.length > 0 && chosen.length < running.length} onChange={(event) => onChoose(event.target.checked ? running : [])} data-testid="choose-all" /></th>}
            {columns.map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="entry" data-selected={row.id === openId} onClick={() => onOpen(row.id)}>
              {running.length === 0 ? null : <td onClick={(event) => event.stopPropagation()}><Checkbox aria-label={t('select')} checked={chosen.includes(row.id)} disabled={!running.includes(row.id)} onChange={(event) => onChoose(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))} /></td>}
              <td className={styles.number}>{row.number}</td>
              <td><button type="button" className={styles.pick} onClick={(event) => { event.stopPropagation(); onOpen(row.id) }}>{row.problem}</button></td>
              {narrow ? null : <td className={styles.tight}>{t(`source.${row.source}`)}</td>}
              <td>{row.departmentName}</td>
              {narrow ? null : <td>{owner(row)}</td>}
              <td className={styles.tight}>{row.overdue ? <span className={styles.late}>{row.dueOn}</span> : row.dueOn}</td>
              <td className={styles.tight}>{t(`state.${row.state}`)}<small>{row.closedOn === null ? null : `${row.closedBy ?? ''} ${row.closedOn}`}</small></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
