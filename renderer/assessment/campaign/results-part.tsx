import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenCampaign, Results } from '#shared/contract/assessment.ts'
import { textIn } from '#shared/model/assessment/definition.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import own from '../assessment.module.css'
import { printTable } from '../print-table.ts'
import { ComparePanel } from './compare-panel.tsx'
import { ScoreBars } from './score-bars.tsx'

type Row = Results['rows'][number]

/** Scores as sorted bars and as a ranking with earlier years; a department's items are compared beside it. */
export function ResultsPart({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const locale = useLocale()
  const [chosen, choose] = useState<string>()
  const { data, error } = useQuery(api.assessment.results.queryOptions({ input: { id: campaign.id } }))
  const row = data?.rows.find(({ campaignDepartmentId }) => campaignDepartmentId === chosen)
  const bandOf = (code: string) => data?.bands.find((band) => band.code === code)?.labels[locale] ?? code
  return (
    <>
      <section className={styles.part} data-testid="results" data-ready={data !== undefined} data-final={data?.final}>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {data === undefined ? null : data.rows.length === 0 ? <EmptyState title={t('results.empty.title')} text={t('results.empty.text')} /> : (
          <div className={own.stack}>
            <ChartPanel title={t('results.chart')} note={t(data.final ? 'results.final' : data.complete ? 'results.trial' : 'results.partial')}>
              <ScoreBars title={t('results.chart')} rows={data.rows.map((one) => ({ key: one.campaignDepartmentId, label: one.name, total: one.total, band: bandOf(one.band) }))} edges={data.bands.filter(({ from }) => from > 0).map(({ from, labels }) => ({ from, label: t('results.band', { band: labels[locale], from }) }))} full={data.total} />
            </ChartPanel>
            <ChartPanel title={t('results.table')} actions={<Button size="small" icon={<PrinterOutlined />} onClick={() => print(data)}>{t('print')}</Button>}>
              <Ranking results={data} chosen={chosen} bandOf={bandOf} onChoose={choose} />
            </ChartPanel>
          </div>
        )}
      </section>
      {row === undefined ? null : <ComparePanel key={row.campaignDepartmentId} id={row.campaignDepartmentId} department={row.name} onClose={() => choose(undefined)} />}
    </>
  )

  function print({ rows, earlier }: Results): void {
    printTable({
      title: campaign.title, lines: [t('results.table')],
      head: [t('column.place'), t('column.department'), t('column.base'), t('column.bonus'), t('column.total'), t('column.band'), t('column.veto'), ...earlier.map(({ year }) => t('column.earlier', { year }))],
      rows: rows.map((one) => [String(one.place), one.name, one.base.toFixed(2), one.bonus.toFixed(2), one.total.toFixed(2), bandOf(one.band), one.vetoes.map((text) => textIn(text, locale)).join('\n'), ...one.earlier.map((then) => (then === null ? '' : then.total.toFixed(2)))]),
    })
  }
}

interface RankingProps { readonly results: Results; readonly chosen: string | undefined; readonly bandOf: (code: string) => string; readonly onChoose: (id: string) => void }

function Ranking({ results: { rows, earlier }, chosen, bandOf, onChoose }: RankingProps) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const [last] = earlier
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={t('results.table')} data-testid="ranking">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>{t('column.place')}</th><th scope="col">{t('column.department')}</th>
            {(['base', 'bonus', 'total'] as const).map((column) => <th key={column} scope="col" className={styles.number}>{t(`column.${column}`)}</th>)}
            <th scope="col">{t('column.band')}</th><th scope="col">{t('column.veto')}</th>
            {earlier.map(({ campaignId, year }) => <th key={campaignId} scope="col" className={styles.number}>{t('column.earlier', { year })}</th>)}
            {last === undefined ? null : <th scope="col" className={styles.number}>{t('column.change', { year: last.year })}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.campaignDepartmentId} data-selected={row.campaignDepartmentId === chosen} onClick={() => onChoose(row.campaignDepartmentId)} data-testid="ranked" data-place={row.place} data-band={row.band}>
              <td className={styles.number}>{row.place}</td>
              <td><button type="button" className={styles.pick} aria-pressed={row.campaignDepartmentId === chosen} onClick={() => onChoose(row.campaignDepartmentId)}>{row.name}</button></td>
              <td className={styles.number}>{row.base.toFixed(2)}</td><td className={styles.number}>{row.bonus.toFixed(2)}</td><td className={styles.number}><strong>{row.total.toFixed(2)}</strong></td>
              <td className={styles.tight}>{bandOf(row.band)}</td>
              <td>{row.vetoes.length === 0 ? '—' : row.vetoes.map((text) => <div key={textIn(text, locale)} className={styles.due}>{textIn(text, locale)}</div>)}</td>
              {row.earlier.map((then, at) => <td key={earlier[at]?.campaignId} className={styles.number}>{then === null ? '—' : <>{then.total.toFixed(2)}<small>{then.band[locale]}</small></>}</td>)}
              {last === undefined ? null : <td className={styles.number}><Change row={row} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Change({ row: { total, earlier: [then] } }: { row: Row }) {
  if (then === null || then === undefined) return <>—</>
  const change = Math.round((total - then.total) * 100) / 100
  return <span className={change > 0 ? own.up : change < 0 ? own.down : undefined}>{change > 0 ? `+${change.toFixed(2)}` : change.toFixed(2)}</span>
}
