import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { Editing } from '#renderer/app/year/looking.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import panel from '#renderer/components/list/panel.module.css'

/** What waits for a person at this point, and the way to settle it. */
export function ConfirmNotice({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risks', 'states'])
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const [busy, setBusy] = useState(false)
  if (risk.confirmCode === null) return null
  const confirm = async () => {
    setBusy(true)
    try {
      await client.risks.confirm({ ids: [risk.id] })
      await refresh()
    } catch (error) {
      fail(error)
    }
    setBusy(false)
  }
  return <Alert className={panel.notice} type="warning" showIcon title={t(`states:confirm.${risk.confirmCode}`)} action={<Editing><Button size="small" loading={busy} onClick={() => void confirm()} data-testid="confirm">{t('confirm.do')}</Button></Editing>} />
}
