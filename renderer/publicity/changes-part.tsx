import { useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthRow } from '#shared/contract/change-sheets.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { MonthPanel } from './month-panel.tsx'
import styles from './publicity.module.css'
import { useMonthText } from './use-month-text.ts'

/** The months of a year with their accounts, the chosen one beside them. */
export function ChangesPart() {
  const { t } = useTranslation('publicity')
  const api = useApi()
  const makes = useMay('entry.file')
  const [year, setYear] = useState(() => dayjs().year())
  const [chosen, choose] = useState<string>()
  const { data, error } = useQuery(api.changeSheets.months.queryOptions({ input: { year } }))
  const month = data?.find((row) => row.month === chosen)
  return (
    <>
      <section className={styles.part} data-testid="change-months" data-ready={data !== undefined}>
        <div className={styles.head}>
          <span>{t('changes.text')}</span>
          <span className={styles.pair}><span>{t('changes.year')}</span><InputNumber aria-label={t('changes.year')} min={1990} max={2200} precision={0} value={year} style={{ width: 84 }} onChange={(value) => { if (value !== null) setYear(value) }} /></span>
        </div>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {data === undefined ? null : data.length === 0 ? <EmptyState title={t('changes.empty.title')} text={t('changes.empty.text')} /> : (
          <div className={styles.sheet}>
            <table className={styles.table} aria-label={t('changes.label')}>
              <thead><tr>{(['month', 'due', 'changes', 'made'] as const).map((column) => <th key={column} scope="col" className={column === 'changes' ? styles.number : undefined}>{t(`changes.column.${column}`)}</th>)}</tr></thead>
              <tbody>{data.map((row) => <Month key={row.month} row={row} selected={row.month === chosen} onSelect={choose} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {month === undefined ? null : <MonthPanel key={month.month} row={month} mayMake={makes} onClose={() => choose(undefined)} />}
    </>
  )
}

function Month({ row, selected, onSelect }: { row: MonthRow; selected: boolean; onSelect: (month: string) => void }) {
  const { t } = useTranslation('publicity')
  const text = useMonthText()
  return (
    <tr data-selected={selected} onClick={() => onSelect(row.month)} data-testid="change-month">
      <td className={styles.tight}><button type="button" className={styles.pick} aria-pressed={selected} onClick={() => onSelect(row.month)}>{text(row.month)}</button></td>
      <td className={styles.tight}>{row.dueOn}</td>
      <td className={styles.number}>{row.changes}</td>
      <td className={styles.tight}>{row.madeOn === null
        ? row.overdue ? <span className={styles.late}>{t('changes.overdue')}</span> : <span className={styles.quiet}>{t(row.over ? 'changes.pending' : 'changes.open')}</span>
        : t('changes.made', { date: row.madeOn, by: row.madeBy ?? '' })}</td>
    </tr>
  )
}
