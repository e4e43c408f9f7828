import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from './review.module.css'

/** The screens of review, one beside the other. */
export function ReviewFrame({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation('review')
  const may = useMayAny()
  const tab = { activeOptions: { exact: true, includeSearch: false }, activeProps: { 'data-active': true } } as const
  return (
    <div className={styles.page} data-testid="review">
      <PageHeader
        title={title} note={
          <nav className={styles.tabs} aria-label={t('title')}>
            <Link to="/review" {...tab}>{t('tab.desk')}</Link>
            <Link to="/review/lowerings" {...tab}>{t('tab.lowerings')}</Link>
            {may('review.sample') ? <Link to="/review/samples" {...tab}>{t('tab.samples')}</Link> : null}
          </nav>
        }
      >{actions}</PageHeader>
      {children}
    </div>
  )
}
