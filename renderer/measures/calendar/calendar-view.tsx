import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { failureOf } from '#renderer/app/failure.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { localToday } from '#renderer/app/local-time.ts'
import type { MeasuresSearch } from '../search.ts'
import { MeasureViews } from '../views.tsx'
import styles from './calendar.module.css'
import { DayList } from './day-list.tsx'
import { DayMeasure } from './day-measure.tsx'
import { monthAfter } from './month.ts'
import { MonthGrid } from './month-grid.tsx'
import { usePrintMonth } from './print-month.ts'
import { useMonth } from './use-month.ts'

/** The measures by day: what is due, what is late and what was done. */
export function CalendarView({ search, onSearch }: { search: MeasuresSearch; onSearch: (change: Record<string, unknown>) => void }) {
  const { t } = useTranslation(['measures', 'grid', 'common'])
  const departments = useDepartments()
  const today = localToday()
  const shown = search.month ?? today.slice(0, 7)
  const departmentIds = search.department ?? []
  const month = useMonth(shown, departmentIds)
  const printMonth = usePrintMonth(month)
  const turn = (to: string) => onSearch({ month: to === today.slice(0, 7) ? undefined : to, day: undefined, open: undefined })
  useShortcut('Ctrl+P', printMonth)
  return (
    <div className={styles.page} data-testid="measure-calendar">
      <PageHeader title={t('title')} note={<MeasureViews view="calendar" />}>
        <Select
          mode="multiple" allowClear maxTagCount="responsive" style={{ width: 220 }} aria-label={t('calendar.departments')} placeholder={t('calendar.departments')} options={departments.choices}
          value={[...departmentIds]} showSearch={{ optionFilterProp: 'label' }} onChange={(ids: string[]) => onSearch({ department: ids.length === 0 ? undefined : ids })} data-testid="calendar-departments"
        />
        <Button icon={<LeftOutlined />} aria-label={t('calendar.previous')} title={t('calendar.previous')} onClick={() => turn(monthAfter(shown, -1))} data-testid="month-previous" />
        <DatePicker picker="month" allowClear={false} value={dayjs(`${shown}-01`)} format={t('calendar.month-format')} aria-label={t('calendar.month')} onChange={(to: dayjs.Dayjs | null) => { if (to !== null) turn(to.format('YYYY-MM')) }} style={{ width: 130 }} />
        <Button icon={<RightOutlined />} aria-label={t('calendar.next')} title={t('calendar.next')} onClick={() => turn(monthAfter(shown, 1))} data-testid="month-next" />
        <Button onClick={() => turn(today.slice(0, 7))} disabled={shown === today.slice(0, 7)}>{t('calendar.today')}</Button>
        <Button icon={<PrinterOutlined />} aria-label={t('grid:print')} title={`${t('grid:print')} (Ctrl+P)`} onClick={printMonth} data-testid="print" />
      </PageHeader>
      <div className={styles.body}>
        <div className={styles.sheet}>
          {month.failed === null ? null : <ErrorSentence failure={failureOf(month.failed)} />}
          <MonthGrid month={month} today={today} open={search.day} onOpen={(day) => onSearch({ day, open: undefined })} onTurn={(months) => turn(monthAfter(shown, months))} />
          <p className={styles.legend}>{t('calendar.legend')}</p>
        </div>
        {search.open !== undefined
          ? <DayMeasure id={search.open} day={search.day} departmentIds={departmentIds} onOpen={(open) => onSearch({ open })} onClose={() => onSearch({ open: undefined })} />
          : search.day === undefined ? null : <DayList key={search.day} day={search.day} count={month.counts.get(search.day)} departmentIds={departmentIds} onOpen={(open) => onSearch({ open })} onClose={() => onSearch({ day: undefined })} />}
      </div>
    </div>
  )
}
