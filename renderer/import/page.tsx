import { useTranslation } from 'react-i18next'
import { PageHeader } from '#renderer/components/page-header.tsx'

export function ImportPage() {
  const { t } = useTranslation('shell')
  return <PageHeader title={t('nav.import')} />
}
