import { ExclamationCircleOutlined, InfoCircleOutlined, StopOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Severity } from '#shared/model/consistency/rules.ts'
import styles from './consistency.module.css'

const icons = { error: StopOutlined, warning: ExclamationCircleOutlined, hint: InfoCircleOutlined } as const

/** How heavy findings are, as sign and word, with how many there are. */
export function SeverityMark({ level, count }: { level: Severity; count: number }) {
  const { t } = useTranslation('consistency')
  const Icon = icons[level]
  return <span className={styles.mark} data-level={level} data-testid={`total-${level}`} data-count={count}><Icon aria-hidden="true" /> {t(`total.${level}`, { count })}</span>
}
