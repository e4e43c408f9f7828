import { LockFilled, UnlockOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive, ReportDiscrepancy } from '#shared/contract/reports.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import styles from './reports.module.css'

export interface Checked {
  readonly powers: number
  readonly riskPoints: number
  readonly controlMeasures: number
  readonly discrepancies: readonly ReportDiscrepancy[]
}

/**
 * Whether the year is frozen, by whom and under which hash; where it is not, the way to freeze it.
 * @param props.over whether the year has ended
 */
export function YearState({ year, archive, check, over }: { year: number; archive: Archive | undefined; check: Checked | undefined; over: boolean }) {
  const { t } = useTranslation('reports')
  const frozen = archive !== undefined
  const mayFreeze = useMay('year.freeze')
  const badge = <span className={styles.badge} data-frozen={frozen} data-testid="year-state">{frozen ? <LockFilled aria-hidden="true" /> : <UnlockOutlined aria-hidden="true" />} {t(frozen ? 'state.frozen' : 'state.open')}</span>
  return (
    <ChartPanel title={t('state.title', { year })} note={badge} actions={frozen || check === undefined || !mayFreeze ? undefined : <Freeze year={year} check={check} over={over} />} testId="year">
      <p className={styles.text}>{frozen ? t('state.frozen.text', { by: archive.frozenBy, on: dayjs(archive.frozenAt).format('YYYY-MM-DD HH:mm') }) : t('state.open.text')}</p>
      {frozen ? <p className={styles.hash} title={t('state.hash.title', { hash: archive.contentHash })}>{t('state.hash')} <code>{archive.contentHash.slice(0, 16)}</code></p> : null}
    </ChartPanel>
  )
}

/** Asks what freezing a year means before it is done. */
export function Freeze({ year, check, over }: { year: number; check: Checked; over: boolean }) {
  const { t } = useTranslation(['reports', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const [asking, setAsking] = useState(false)
  const freeze = async () => {
    setAsking(false)
    const frozen = await work.run((signal) => client.reports.freeze({ year, confirmed: true }, { signal }))
    if (frozen !== undefined) await refresh()
  }
  const findings = check.discrepancies.filter(({ code }) => code !== 'year-not-frozen').length
  return (
    <>
      <Button onClick={() => setAsking(true)} data-testid="freeze">{t('freeze', { year })}</Button>
      <Modal
        open={asking} title={t('freeze.confirm.title', { year })} onCancel={() => setAsking(false)}
        footer={[
          <Button key="cancel" onClick={() => setAsking(false)}>{t('common:cancel')}</Button>,
          <Button key="freeze" type="primary" onClick={() => { void freeze() }} data-testid="freeze-confirm">{t('freeze', { year })}</Button>,
        ]}
      >
        <ul className={styles.meaning}>
          <li>{t('freeze.confirm.what', { year, powers: check.powers, riskPoints: check.riskPoints, measures: check.controlMeasures })}</li>
          <li>{t('freeze.confirm.after', { year })}</li>
          <li><b>{t('freeze.confirm.once')}</b></li>
          {over ? null : <li>{t('freeze.confirm.early', { year })}</li>}
          {findings === 0 ? null : <li>{t('freeze.confirm.findings', { matters: findings })}</li>}
        </ul>
        <SummaryNotice />
      </Modal>
      <LongWorkDialog work={work} title={t('freeze.working', { year })} />
    </>
  )
}
