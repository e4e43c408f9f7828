import { Alert } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { discretionFinding } from './discretion-finding.ts'
import styles from './record.module.css'

/** Says, without judging, what the benchmark of a power's discretion lacks. */
export function DiscretionNote({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('powers')
  const finding = discretionFinding(power, dayjs().format('YYYY-MM-DD'))
  if (finding === undefined) return null
  const text = finding.code === 'long-ago' ? t('record.discretion.long-ago', { on: finding.on, years: Math.floor(finding.months / 12), months: finding.months % 12 }) : t(`record.discretion.${finding.code}`)
  return <Alert className={styles.note} type="warning" showIcon title={text} data-testid="discretion-note" />
}
