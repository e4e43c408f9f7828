import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReportKindInfo } from '#shared/contract/reports.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import styles from './reports.module.css'

interface Props {
  readonly id: string
  readonly kind: ReportKindInfo
  readonly year: number
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** The one power, entry, list … a report is about, found by a word of it in the year it is read from. */
export function SubjectField({ id, kind, year, value, onChange }: Props) {
  const { t } = useTranslation('reports')
  const client = useClient()
  const locale = useLocale()
  const find = async (text: string) => {
    const found = await client.reports.subjects({ kind: kind.code, year, text, locale })
    return found.map((one) => ({ value: one.id, label: one.label, note: <small className={styles.quiet}>{one.note}</small> }))
  }
  return (
    <div className={styles.subject}>
      <RemoteSelect id={id} label={t(`subject.${kind.subject}` as 'subject.power')} placeholder={t(kind.byDepartment ? 'subject.or-all' : 'subject.choose')} none={t('subject.none', { year })} value={value} queryKey={['report-subjects', kind.code, year, locale]} find={find} onChange={onChange} testId="report-subject" />
      {value === undefined || !kind.byDepartment ? null : <Button type="text" icon={<CloseOutlined />} aria-label={t('subject.clear')} title={t('subject.clear')} onClick={() => onChange(undefined)} />}
    </div>
  )
}
