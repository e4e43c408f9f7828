import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Warning } from '#shared/contract/warnings.ts'
import { isClosed } from '#shared/model/warnings/disposal.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { LevelTag } from './level-tag.tsx'
import { StateTag } from './state-tag.tsx'
import { useWarningWords } from './use-warning-words.ts'
import styles from './warnings.module.css'

interface Props {
  readonly rows: readonly Warning[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

const columns = ['level', 'object', 'origin', 'department', 'state', 'dueOn'] as const

export function SheetTable({ rows, chosen, onChoose, open, onOpen }: Props) {
  const { t } = useTranslation('warnings')
  const directs = useMay('warning.direct')
  const free = directs ? rows.filter(({ state }) => !isClosed(state)).map(({ id }) => id) : []
  return (
    <div className={`${publicity.sheet} ${styles.sheets}`}>
      <table className={publicity.table} aria-label={t('tab.sheets')}>
        <thead>
          <tr>
            {free.length === 0 ? null : <th scope="col"><Checkbox aria-label={t('select.all')} checked={chosen.length === free.length} indeterminate={chosen.length > 0 && chosen.length < free.length} onChange={(event) => onChoose(event.target.checked ? free : [])} data-testid="choose-all" /></th>}
            {columns.map((column) => <th key={column} scope="col" className={column === 'origin' ? styles.origin : undefined}>{t(`column.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-selected={row.id === open} onClick={() => onOpen(row.id)} data-testid="warning" data-state={row.state} data-rule={row.ruleCode ?? ''}>
              {free.length === 0 ? null : (
                <td onClick={(event) => event.stopPropagation()}>
                  <Checkbox aria-label={t('select')} checked={chosen.includes(row.id)} disabled={!free.includes(row.id)} onChange={(event) => onChoose(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))} />
                </td>
              )}
              <Cells row={row} selected={row.id === open} onOpen={onOpen} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ row, selected, onOpen }: { row: Warning; selected: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation('warnings')
  const { origin, situation } = useWarningWords()
  const said = situation(row)
  return (
    <>
      <td className={publicity.tight}><LevelTag code={row.levelCode} />{row.escalations === 0 ? null : <small>{t('escalated.times', { count: row.escalations })}</small>}</td>
      <td>
        <button type="button" className={`${publicity.pick} ${styles.object}`} aria-pressed={selected} onClick={(event) => { event.stopPropagation(); onOpen(row.id) }}>{row.object}</button>
        <span className={styles.situation} title={said}>{said}</span>
      </td>
      <td className={styles.origin}>{origin(row)}<small>{t('found.on', { date: row.foundOn })}</small></td>
      <td className={publicity.tight}>{row.departmentName ?? <span className={publicity.quiet}>{t('filter.no-department')}</span>}</td>
      <td className={publicity.tight}><StateTag state={row.state} />{row.clearedOn === null || isClosed(row.state) ? null : <small>{t('cleared.short')}</small>}{row.needsApproval && !row.approved && row.state === 'issued' ? <small>{t('approval.waits')}</small> : null}</td>
      <td className={styles.due} data-late={row.overdue}>{row.dueOn}{row.overdue ? <small>{t('overdue')}</small> : null}</td>
    </>
  )
}
