import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FrozenYearRow } from '#shared/contract/years.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { useComparison } from './use-comparison.ts'
import styles from './years.module.css'

const route = getRouteApi('/shell/years')

/** Two years, or a year and today, side by side. The address keeps which; opening it compares. */
export function ComparisonPart({ years }: { years: readonly FrozenYearRow[] }) {
  const { t } = useTranslation('years')
  const { from, to } = route.useSearch()
  const navigate = route.useNavigate()
  const { comparison, compare, work } = useComparison()
  const known = from !== undefined && years.some(({ year }) => year === from)
  useEffect(() => { if (known && from !== to) void compare(from, to ?? null) }, [known, from, to, compare])
  const choices = years.map(({ year }) => ({ value: year, label: t('look.year', { year }) }))
  const choose = (change: { from?: number | undefined; to?: number | undefined }) => void navigate({ search: (old) => ({ from: old.from, to: old.to, ...change }) })
  return (
    <ChartPanel title={t('compare.title')} testId="comparison">
      {years.length === 0 ? <p className={styles.text}>{t('compare.none')}</p> : (
        <div className={styles.choice}>
          <label htmlFor="compare-from">{t('compare.from')}</label>
          <Select id="compare-from" value={known ? from : undefined} placeholder={t('compare.choose')} options={choices} onChange={(value: number) => choose({ from: value })} popupMatchSelectWidth={false} data-testid="compare-from" />
          <label htmlFor="compare-to">{t('compare.to')}</label>
          <Select id="compare-to" value={to ?? 0} options={[{ value: 0, label: t('compare.today') }, ...choices]} onChange={(value: number) => choose({ to: value === 0 ? undefined : value })} popupMatchSelectWidth={false} data-testid="compare-to" />
        </div>
      )}
      {years.length > 0 && !known ? <p className={styles.text}>{t('compare.before')}</p> : null}
      {known && from === to ? <p className={styles.text}>{t('compare.same')}</p> : null}
      {known && from !== to && comparison !== undefined ? <ComparisonView key={comparison.id} comparison={comparison} onGone={() => void compare(from, to ?? null)} /> : null}
      <LongWorkDialog work={work} title={t('compare.working')} />
    </ChartPanel>
  )
}
