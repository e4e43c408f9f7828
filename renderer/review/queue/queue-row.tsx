import { Checkbox } from 'antd'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { StateBadge } from '../state-badge.tsx'
import { daysSince, isOverdue } from '../waiting.ts'
import styles from '../review.module.css'

export const queueRowHeight = 106

interface Props {
  readonly row: RiskRow
  readonly index: number
  readonly selected: boolean
  readonly picked: boolean
  readonly today: string
  readonly now: number
  readonly onClick: (event: MouseEvent) => void
  readonly onPick: (event: MouseEvent) => void
}

/** One entry of the queue: which, how grave, where, what, how long it has waited and until when. */
export function QueueRow({ row, index, selected, picked, today, now, onClick, onPick }: Props) {
  const { t } = useTranslation('review')
  const late = isOverdue(row.entryDueOn, today)
  const waited = (count: number) => (count === 0 ? t('queue.today') : t('queue.days', { count }))
  return (
    <div
      id={`queue-${row.id}`} role="option" aria-selected={selected} aria-posinset={index + 1} className={styles.row} style={{ height: queueRowHeight, transform: `translateY(${index * queueRowHeight}px)` }}
      data-picked={picked} data-testid="queue-row" data-number={row.number} onClick={onClick}
    >
      <span onClick={(event) => { event.stopPropagation(); onPick(event) }}><Checkbox checked={picked} tabIndex={-1} aria-label={t('queue.pick', { number: row.number })} /></span>
      <div>
        <div className={styles.line}>
          <span className={styles.number}>{row.number}</span>
          <GradeTag code={row.entryGrade ?? row.gradeCode} />
          <span className={styles.where} title={row.powerName}>{row.departmentName === null ? row.powerName : t('queue.where', { department: row.departmentName, power: row.powerName })}</span>
        </div>
        <p className={styles.text} title={row.manifestation}>{row.manifestation}</p>
        <div className={styles.line}>
          <StateBadge state={row.entryState} />
          {row.lowered ? <small className={styles.late}>{t('mark.lowered')}</small> : null}
          {row.toReExamine ? <small className={styles.late}>{t('mark.re-examine')}</small> : null}
          <small className={styles.end}>
            {row.entrySince === null ? null : <span>{waited(daysSince(row.entrySince, now))}</span>}
            {row.entryDueOn === null ? null : <span className={late ? styles.late : undefined}>{late ? t('queue.overdue', { date: row.entryDueOn }) : t('queue.due', { date: row.entryDueOn })}</span>}
          </small>
        </div>
      </div>
    </div>
  )
}
