import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './measures.module.css'
import type { MeasuresSearch } from './search.ts'

/** The screens of the measures, one beside the other: all of them, by day, and what is late. */
export function MeasureViews({ view }: { view: MeasuresSearch['view'] }) {
  const { t } = useTranslation('measures')
  const link = (to: MeasuresSearch['view']) => (
    <Link to="/measures" search={to === undefined ? {} : { view: to }} data-active={view === to} aria-current={view === to ? 'page' : undefined} data-testid={`view-${to ?? 'list'}`}>{t(`view.${to ?? 'list'}`)}</Link>
  )
  return <nav className={styles.views} aria-label={t('title')}>{link(undefined)}{link('calendar')}{link('overdue')}</nav>
}
