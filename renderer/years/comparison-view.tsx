import { DownloadOutlined } from '@ant-design/icons'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { differenceKinds } from '#shared/contract/years.ts'
import type { Comparison, DifferenceKind } from '#shared/contract/years.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { GradeBreakdown } from '#renderer/components/charts/grade-breakdown.tsx'
import { sortRows } from '#renderer/components/charts/grade-rows.ts'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { DifferenceList } from './difference-list.tsx'
import styles from './years.module.css'

const route = getRouteApi('/shell/years')

/** What a comparison found: how many of each kind, by department, and the points themselves. */
export function ComparisonView({ comparison, onGone }: { comparison: Comparison; onGone: () => void }) {
  const { t } = useTranslation('years')
  const locale = useLocale()
  const client = useClient()
  const work = useLongWork()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filter = { kinds: search.kind, departmentIds: search.department }
  const save = async () => {
    const file = await work.run((signal) => client.years.exportComparison({ comparisonId: comparison.id, filter, locale }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  const nothing = differenceKinds.every((kind) => comparison.totals[kind] === 0)
  return (
    <div className={styles.comparison} data-testid="comparison-result" data-ready="true">
      <div className={styles.figures}>
        {differenceKinds.map((kind) => (
          <button
            key={kind} type="button" className={styles.figure} aria-pressed={search.kind?.includes(kind) === true} disabled={comparison.totals[kind] === 0} data-testid={`kind-${kind}`}
            onClick={() => void navigate({ search: (old) => ({ ...old, kind: old.kind?.length === 1 && old.kind[0] === kind ? undefined : [kind] }) })}
          ><span>{t(`kind.${kind}`)}</span><b>{comparison.totals[kind]}</b></button>
        ))}
        <span className={styles.sum}>{t('compare.totals', { earlier: comparison.earlierTotal, later: comparison.laterTotal, unchanged: comparison.unchanged })}</span>
        <Button icon={<DownloadOutlined />} disabled={nothing} onClick={() => void save()} data-testid="comparison-export">{t('compare.export')}</Button>
      </div>
      {nothing ? <p className={styles.text}>{t('compare.equal')}</p> : (
        <>
          <Departments comparison={comparison} />
          <DifferenceList comparison={comparison} filter={filter} onGone={onGone} />
        </>
      )}
      <LongWorkDialog work={work} title={t('compare.exporting')} />
    </div>
  )
}

/** The colours of the scale where they mean the same: up is grave, down is light. */
const colours: Readonly<Record<DifferenceKind, GradeColumn['colour']>> = { raised: 'high', lowered: 'low', new: 'medium', cancelled: 'none', measures: 'none', text: 'none' }
const inOrder = ['raised', 'lowered', 'new', 'cancelled', 'measures', 'text'] as const

function Departments({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('years')
  const { from, to } = route.useSearch()
  const columns = useMemo(() => inOrder.filter((kind) => comparison.totals[kind] > 0).map((kind): GradeColumn => ({ code: kind, label: t(`kind.${kind}`), colour: colours[kind] })), [comparison, t])
  const rows = useMemo(() => sortRows(comparison.byDepartment.map(({ departmentId, departmentName, ...counts }) => ({
    key: departmentId, label: departmentId === '' ? t('compare.no-department') : departmentName,
    counts: new Map<string, number>(inOrder.map((kind) => [kind, counts[kind]])), total: inOrder.reduce((sum, kind) => sum + counts[kind], 0),
  })).filter(({ total }) => total > 0), columns), [comparison, columns, t])
  return (
    <GradeBreakdown
      name="comparison" title={t('compare.chart')} rowsTitle={t('column.department')} rows={rows} columns={columns}
      listOf={({ key }, kind) => ({ to: '/years', search: { from, to, department: [key], kind: kind === undefined ? undefined : [kind.code as DifferenceKind] } })}
    />
  )
}
