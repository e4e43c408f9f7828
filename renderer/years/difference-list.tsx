import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Pagination, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { differenceKinds } from '#shared/contract/years.ts'
import type { Comparison, DifferenceFilter, DifferenceKind } from '#shared/contract/years.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { DifferenceRow } from './difference-row.tsx'
import styles from './years.module.css'

const route = getRouteApi('/shell/years')
const pageSize = 50

/** The points that differ, a page at a time, each with what differs and why. */
export function DifferenceList({ comparison, filter, onGone }: { comparison: Comparison; filter: DifferenceFilter; onGone: () => void }) {
  const { t } = useTranslation('years')
  const navigate = route.useNavigate()
  const key = JSON.stringify(filter)
  const [wanted, setWanted] = useState({ key, page: 1 })
  const page = wanted.key === key ? wanted.page : 1
  const { data, error } = useQuery(useApi().years.compareRows.queryOptions({ input: { comparisonId: comparison.id, filter, offset: (page - 1) * pageSize, limit: pageSize }, placeholderData: keepPreviousData }))
  const failure = error === null ? undefined : failureOf(error)
  const gone = failure?.kind === 'refused' && failure.code === 'comparison.gone'
  useEffect(() => { if (gone) onGone() }, [gone, onGone])
  const departments = comparison.byDepartment.map(({ departmentId, departmentName }) => ({ value: departmentId, label: departmentId === '' ? t('compare.no-department') : departmentName }))
  const filters = (
    <span className={styles.doings}>
      <Select<DifferenceKind[]> mode="multiple" allowClear maxTagCount="responsive" className={styles.filter ?? ''} value={[...filter.kinds ?? []]} placeholder={t('compare.all-kinds')} aria-label={t('column.kinds')} options={differenceKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} onChange={(kind) => void navigate({ search: (old) => ({ ...old, kind: kind.length === 0 ? undefined : kind }) })} data-testid="filter-kinds" />
      <Select<string[]> mode="multiple" allowClear maxTagCount="responsive" className={styles.filter ?? ''} value={[...filter.departmentIds ?? []]} placeholder={t('compare.all-departments')} aria-label={t('column.department')} options={departments} onChange={(department) => void navigate({ search: (old) => ({ ...old, department: department.length === 0 ? undefined : department }) })} data-testid="filter-departments" />
    </span>
  )
  return (
    <ChartPanel title={t('compare.rows')} note={data === undefined ? undefined : t('compare.rows.total', { total: data.total })} actions={filters} testId="differences">
      {failure === undefined || gone ? null : <ErrorSentence failure={failure} />}
      {data?.total === 0 ? <p className={styles.text}>{t('compare.empty')}</p> : null}
      {data === undefined || data.total === 0 ? null : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('compare.rows')}>
          <table className={styles.rows}>
            <thead><tr>{(['kinds', 'manifestation', 'department', 'grade', 'reason'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>{data.rows.map((row) => <DifferenceRow key={row.id} row={row} />)}</tbody>
          </table>
        </div>
      )}
      {data !== undefined && data.total > pageSize ? <Pagination size="small" current={page} total={data.total} pageSize={pageSize} showSizeChanger={false} onChange={(next) => setWanted({ key, page: next })} /> : null}
    </ChartPanel>
  )
}
