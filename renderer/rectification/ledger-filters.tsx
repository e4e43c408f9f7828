import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { rectificationSources } from '#shared/model/rectification.ts'
import type { RectificationSource, RectificationState } from '#shared/model/rectification.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import styles from '#renderer/publicity/publicity.module.css'
import { ledgerViews } from './search.ts'
import type { LedgerView, RectificationSearch } from './search.ts'

interface Props { readonly search: RectificationSearch; readonly counts: Record<RectificationState, number> | undefined; readonly overdue: number; readonly total: number | undefined; readonly onSearch: (change: Partial<RectificationSearch>) => void }

/** Which part of the ledger is shown, with how much there is of each. */
export function LedgerFilters({ search, counts = { open: 0, rectified: 0, returned: 0, closed: 0 }, overdue, total, onSearch }: Props) {
  const { t } = useTranslation('rectification')
  const departments = useDepartments()
  const pending = counts.open + counts.rectified + counts.returned
  const of: Record<LedgerView, number> = { ...counts, pending, overdue, all: pending + counts.closed }
  const label = (view: LedgerView) => {
    const name = view === 'pending' || view === 'overdue' || view === 'all' ? t(`view.${view}`) : t(`state.${view}`)
    return view === 'overdue' && overdue > 0 ? <span className={styles.late}>{name} {of[view]}</span> : `${name} ${of[view]}`
  }
  return (
    <div className={styles.head}>
      <Segmented<LedgerView> aria-label={t('filter.state')} value={search.view ?? 'pending'} options={ledgerViews.map((value) => ({ value, label: label(value) }))} onChange={(view) => onSearch({ view: view === 'pending' ? undefined : view })} data-testid="ledger-views" />
      <Select mode="multiple" allowClear maxTagCount="responsive" style={{ width: 190 }} aria-label={t('filter.department')} placeholder={t('filter.department')} options={departments.choices} optionFilterProp="label" value={search.department ?? []} onChange={(ids: string[]) => onSearch({ department: ids.length === 0 ? undefined : ids })} />
      <Select mode="multiple" allowClear maxTagCount="responsive" style={{ width: 160 }} aria-label={t('filter.source')} placeholder={t('filter.source')} options={rectificationSources.map((value) => ({ value, label: t(`source.${value}`) }))} value={search.source ?? []} onChange={(source: RectificationSource[]) => onSearch({ source: source.length === 0 ? undefined : source })} />
      <span>{total === undefined ? null : t('total', { count: total })}</span>
    </div>
  )
}
