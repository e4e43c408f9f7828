import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'

export function NotFound() {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('not-found.title')} text={t('not-found.text')} />
}
