import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/contract/consistency.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'

/** Puts a finding into the rectification ledger, or leads to the entry it is in. */
export function ToLedger({ rule, finding }: { rule: RuleCode; finding: Finding }) {
  const { t } = useTranslation('consistency')
  const { message } = App.useApp()
  const client = useClient()
  const locale = useLocale()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const may = useMayAny()
  const [busy, setBusy] = useState(false)
  if (finding.rectificationId !== null) return <Link to="/rectification" search={{ open: finding.rectificationId }} data-testid="in-ledger">{t('in-ledger')}</Link>
  if (finding.entity === 'rectification' || !may('rectification.edit', { departmentId: finding.departmentId })) return null
  const put = async () => {
    setBusy(true)
    try {
      const { number, stood } = await client.rectification.fromFinding({ rule, subjectId: finding.id, locale })
      void message.success(t(stood ? 'to-ledger.stood' : 'to-ledger.done', { number }))
      await refresh()
    } catch (error) { fail(error) }
    setBusy(false)
  }
  return <Button size="small" loading={busy} onClick={() => void put()} data-testid="to-ledger">{t('to-ledger')}</Button>
}
