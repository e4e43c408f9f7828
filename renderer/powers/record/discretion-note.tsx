import { Alert } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import styles from './record.module.css'

/** After so many months a benchmark is worth another look; a proposal, not a rule of any authority. */
const calibrationMonths = 24

export type DiscretionFinding = { readonly code: 'no-benchmark' } | { readonly code: 'never-calibrated' } | { readonly code: 'long-ago'; readonly on: string; readonly months: number }

/** What there is to say about a power's discretion; undefined where all is in order. @param today ISO date */
export function discretionFinding({ discretion, benchmarkNo, benchmarkCalibratedOn }: Pick<PowerDetail, 'discretion' | 'benchmarkNo' | 'benchmarkCalibratedOn'>, today: string): DiscretionFinding | undefined {
  if (discretion !== 'yes') return undefined
  if (benchmarkNo === null) return { code: 'no-benchmark' }
  if (benchmarkCalibratedOn === null) return { code: 'never-calibrated' }
  const months = dayjs(today).diff(benchmarkCalibratedOn, 'month')
  return months > calibrationMonths ? { code: 'long-ago', on: benchmarkCalibratedOn, months } : undefined
}

/** Says, without judging, what the benchmark of a power's discretion lacks. */
export function DiscretionNote({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('powers')
  const finding = discretionFinding(power, dayjs().format('YYYY-MM-DD'))
  if (finding === undefined) return null
  const text = finding.code === 'long-ago' ? t('record.discretion.long-ago', { on: finding.on, years: Math.floor(finding.months / 12), months: finding.months % 12 }) : t(`record.discretion.${finding.code}`)
  return <Alert className={styles.note} type="warning" showIcon title={text} data-testid="discretion-note" />
}
