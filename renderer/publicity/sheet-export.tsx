import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { OrderForm } from '#renderer/reports/order-form.tsx'
import { openYearFrom } from '#renderer/reports/years.ts'
import styles from './publicity.module.css'

interface Props {
  readonly kind: 'publicity-list' | 'filing-sheet' | 'change-sheet'
  /** What is open: the id of a list or sheet, or a month. */
  readonly about: string
  /** The day or month it belongs to. */
  readonly date: string
}

const purposes = { 'publicity-list': 'publicity', 'filing-sheet': 'filing', 'change-sheet': 'month' } as const

/** Orders the paper of what is open as the reports page would, in place: what it is for is asked first, and the file stands in the log of exports. */
export function SheetExport({ kind: code, about, date }: Props) {
  const { t } = useTranslation(['publicity', 'reports'])
  const api = useApi()
  const id = useId()
  const mayWrite = useMay('report.export')
  const [open, setOpen] = useState(false)
  const offered = useQuery(api.reports.kinds.queryOptions()).data
  const archives = useQuery(api.reports.archives.queryOptions()).data
  const kind = offered?.kinds.find((one) => one.code === code)
  if (!mayWrite) return null
  return (
    <>
      <Button aria-expanded={open} aria-controls={id} disabled={kind === undefined || archives === undefined} onClick={() => setOpen(!open)} data-testid="export-sheet">{t('export')}</Button>
      {open && kind !== undefined && archives !== undefined ? (
        <section id={id} className={styles.order} aria-label={t('export')} data-testid="sheet-order">
          <OrderForm kind={kind} year={openYearFrom(Number(date.slice(0, 4)), archives.map(({ year }) => year))} canPrint={offered?.canPrint ?? false} about={about} usualPurpose={t(`reports:purpose.${purposes[code]}`)} />
        </section>
      ) : null}
    </>
  )
}
