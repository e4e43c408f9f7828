import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useDeferredValue, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria, TouchedPoint, TouchedPower } from '#shared/contract/adjustments.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from '#renderer/publicity/publicity.module.css'

interface Except { powers: string[]; points: string[] }
interface Props { readonly criteria: Criteria; readonly except: Except; readonly onExcept: (except: Except) => void; readonly onFound: (count: number) => void }

/** What an adjustment would touch, each to be taken out by hand. */
export function Touched({ criteria, except, onExcept, onFound }: Props) {
  const { t } = useTranslation('adjustments')
  const api = useApi()
  const asked = useDeferredValue(criteria)
  const { data } = useQuery(api.adjustments.touched.queryOptions({ input: { criteria: asked }, placeholderData: keepPreviousData }))
  const [powers, points] = [(data?.powers.total ?? 0) - except.powers.length, (data?.points.total ?? 0) - except.points.length]
  useEffect(() => onFound(powers + points), [onFound, powers, points])
  if (data === undefined) return null
  const toggle = (list: 'powers' | 'points', id: string, kept: boolean) => onExcept({ ...except, [list]: kept ? except[list].filter((one) => one !== id) : [...except[list], id] })
  return (
    <section data-testid="touched" data-powers={data.powers.total} data-points={data.points.total}>
      <h3>{data.powers.total + data.points.total === 0 ? t('found.none') : t('found', { powers, points })}</h3>
      {data.powers.total === 0 ? null : <TouchedTable title={t('found.powers')} total={data.powers.total} rows={data.powers.rows} except={except.powers} onToggle={(id, kept) => toggle('powers', id, kept)} />}
      {data.points.total === 0 ? null : <TouchedTable title={t('found.points')} total={data.points.total} rows={data.points.rows} except={except.points} onToggle={(id, kept) => toggle('points', id, kept)} />}
    </section>
  )
}

interface TableProps { readonly title: string; readonly total: number; readonly rows: readonly (TouchedPower | TouchedPoint)[]; readonly except: readonly string[]; readonly onToggle: (id: string, kept: boolean) => void }

function TouchedTable({ title, total, rows, except, onToggle }: TableProps) {
  const { t } = useTranslation('adjustments')
  return (
    <>
      <h3>{title}</h3>
      <div className={styles.entries}>
        <table className={styles.table} aria-label={title}>
          <tbody>
            {rows.map((row) => {
              const text = 'name' in row ? row.name : row.manifestation
              return (
                <tr key={row.id}>
                  <td><Checkbox aria-label={text} checked={!except.includes(row.id)} onChange={(event) => onToggle(row.id, event.target.checked)} /></td>
                  <td>{text}<small>{'powerName' in row ? `${row.powerName} · ` : ''}{row.departmentName}</small></td>
                  <td className={styles.tight}>{'grade' in row ? <GradeTag code={row.grade} /> : null}<small>{row.ways.map((way) => t(`way.${way}`)).join(' · ')}</small></td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {total > rows.length ? <p className={styles.quiet}>{t('found.more', { shown: rows.length })}</p> : null}
    </>
  )
}
