import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'

/** An address nobody knows. There may be no navigation around it, so it offers a way back itself. */
export function NotFound() {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('not-found.title')} text={t('not-found.text')}><Link to="/">{t('not-found.back')}</Link></EmptyState>
}
