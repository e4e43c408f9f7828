import { CalendarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLooking } from './looking.tsx'
import { useOpenYear } from './use-open-year.ts'

/** Which year is shown: today's register, or one of the frozen years. Absent where nothing was ever frozen. */
export function YearChoice() {
  const { t } = useTranslation('years')
  const { year, look } = useLooking()
  const { data } = useQuery(useApi().years.frozen.queryOptions())
  const { open, opening, work } = useOpenYear()
  if (data === undefined || data.length === 0) return null
  const options = [{ value: 0, label: t('look.live') }, ...data.map((frozen) => ({ value: frozen.year, label: String(frozen.year) }))]
  return (
    <>
      <Select
        value={year?.year ?? 0} options={options} variant="borderless" prefix={<CalendarOutlined aria-hidden="true" />} popupMatchSelectWidth={false} aria-label={t('look')} title={t('look')} data-testid="year-choice"
        onChange={(chosen) => { if (chosen === 0) look(undefined); else void open(chosen) }}
      />
      <LongWorkDialog work={work} title={t('look.opening', { year: opening ?? '' })} />
    </>
  )
}
