import { PrinterOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BoardRow, OpenCampaign } from '#shared/contract/assessment.ts'
import { ratersOf } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { useLocale } from '#renderer/app/language.ts'
import styles from '#renderer/publicity/publicity.module.css'
import own from '../assessment.module.css'
import { printTable } from '../print-table.ts'

/** Departments × steps, with how many of how many items are done. */
export function BoardPart({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const asked = ratersOf(campaign)
  const weighed = (rater: Rater) => t('rater.weight', { rater: t(`rater.${rater}`), weight: campaign.weights[rater] })
  const yours = campaign.board.filter((row) => row.yours).length
  const bandOf = (code: string | null) => campaign.bands.find((band) => band.code === code)?.labels[locale] ?? ''
  const print = () => printTable({
    title: campaign.title, lines: [t('board.label')], head: [t('column.department'), t('column.turn'), ...asked.map(weighed), t('column.total'), t('column.band')],
    rows: campaign.board.map((row) => [row.name, t(`turn.${row.step}`), ...asked.map((rater) => t('progress', { done: row.done[rater], total: row.items })), row.total?.toFixed(2) ?? '', bandOf(row.band)]),
  })
  return (
    <section className={styles.part} data-testid="board">
      <div className={styles.head}><span>{t('board.scored', { done: campaign.scored, total: campaign.departments })}{yours === 0 ? null : <> · <strong data-testid="yours" data-yours={yours}>{t('board.yours', { count: yours })}</strong></>}</span><Button icon={<PrinterOutlined />} onClick={print}>{t('print')}</Button></div>
      <div className={styles.sheet}>
        <table className={styles.table} aria-label={t('board.label')}>
          <thead>
            <tr>
              <th scope="col">{t('column.department')}</th><th scope="col">{t('column.turn')}</th>
              {asked.map((rater) => <th key={rater} scope="col" className={styles.number}>{weighed(rater)}</th>)}
              <th scope="col" className={styles.number}>{t('column.total')}</th><th scope="col">{t('column.band')}</th><th scope="col" className={styles.number}>{t('column.objections')}</th>
            </tr>
          </thead>
          <tbody>{campaign.board.map((row) => <Row key={row.id} row={row} campaign={campaign} band={bandOf(row.band)} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ row, campaign, band }: { row: BoardRow; campaign: OpenCampaign; band: string }) {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  return (
    <tr data-selected="false" onClick={() => void navigate({ to: '/assessment/sheets/$id', params: { id: row.id } })} data-testid="board-row" data-step={row.step} data-yours={row.yours}>
      <td><Link to="/assessment/sheets/$id" params={{ id: row.id }}>{row.name}</Link></td>
      <td className={own.turn}><Turn row={row} campaign={campaign} /></td>
      {ratersOf(campaign).map((rater) => <td key={rater} className={styles.number}><Done done={row.done[rater]} of={row.items} /></td>)}
      <td className={styles.number}>{row.total === null ? '—' : row.total.toFixed(2)}</td>
      <td className={styles.tight}>{band === '' ? '—' : band}</td>
      <td className={styles.number}>{row.objections === 0 ? '—' : row.openObjections === 0 ? row.objections : <span className={styles.due}>{t('board.open-objections', { open: row.openObjections, all: row.objections })}</span>}</td>
    </tr>
  )
}

function Turn({ row: { step, returned, yours }, campaign }: { row: BoardRow; campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const due = step === 'scored' ? undefined : campaign[`${step}DueOn`]
  const late = due !== undefined && campaign.state === 'scoring' && due < campaign.today
  return (
    <>
      {t(`turn.${step}`)}{yours ? <> <Tag color="processing">{t('turn.yours')}</Tag></> : null}
      {due === undefined || campaign.state !== 'scoring' ? null : <small className={late ? own.late : undefined}>{t(late ? 'turn.late' : 'turn.due', { date: due })}</small>}
      {returned === '' ? null : <small className={styles.due}>{t('turn.returned', { reason: returned })}</small>}
    </>
  )
}

function Done({ done, of }: { done: number; of: number }) {
  const { t } = useTranslation('assessment')
  return <span className={own.progress}><span className={own.meter} aria-hidden="true"><i style={{ width: `${of === 0 ? 0 : Math.round((done / of) * 100)}%` }} /></span>{t('progress', { done, total: of })}</span>
}
