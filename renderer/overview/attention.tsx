import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { attentionItems } from './attention-items.ts'
import styles from './overview.module.css'

/** What needs somebody's hand, heaviest first; each line opens the list it counts. */
export function Attention({ attention }: { attention: Overview['attention'] }) {
  const { t } = useTranslation('overview')
  const { grades } = useScale()
  const heaviest = grades[0]
  const items = attentionItems(attention, heaviest?.code ?? '')
  return (
    <ChartPanel title={t('attention.title')} testId="attention">
      {items.length === 0 ? <p className={styles.calm}><CheckCircleOutlined aria-hidden="true" /> {t('attention.calm')}</p> : (
        <ul className={styles.attention}>
          {items.map(({ name, count, list }) => (
            <li key={name}>
              <Link {...list} data-testid={`attention-${name}`}>
                <b>{count}</b>
                <span>{t(`attention.${name}`, { count, grade: heaviest?.label ?? '' })}</span>
                <RightOutlined aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </ChartPanel>
  )
}
