import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDisconnection } from '#renderer/app/connection.tsx'

/** Tells, once the register cannot be reached any more, what that means and what to do. */
export function DisconnectedNotice() {
  const { t } = useTranslation('shell')
  const why = useDisconnection()
  if (why === undefined) return null
  return (
    <Alert
      type="warning"
      banner
      showIcon
      title={t('disconnected.title')}
      description={t(`disconnected.${why}`)}
      action={<Button onClick={() => location.reload()}>{t('error.reload')}</Button>}
      data-testid="disconnected"
    />
  )
}
