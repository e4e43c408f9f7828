import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeasureRow } from '#shared/contract/measures.ts'

/** When a measure is due, and that the day has passed. */
export function DueDate({ row }: { row: Pick<MeasureRow, 'dueOn' | 'overdue' | 'daysLate' | 'term'> }) {
  const { t } = useTranslation(['measures', 'states'])
  if (row.dueOn === null) return row.term === 'long-term' ? t('states:term.long-term') : null
  return <>{row.dueOn}{row.overdue ? <> <Tag color="warning" title={t('measures:overdue.days', { count: row.daysLate })}>{t('measures:overdue.yes')}</Tag></> : null}</>
}
