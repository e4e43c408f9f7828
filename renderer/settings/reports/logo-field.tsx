import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportSettings } from '#shared/contract/reports.ts'
import { largestLogo } from '#shared/model/report-orders.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { logoUrl } from './sample-page.tsx'
import styles from './report-settings.module.css'

/** The picture over the office's papers; it is kept as soon as it is chosen. */
export function LogoField({ stored }: { stored: ReportSettings }) {
  const { t } = useTranslation('settings')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const keep = async (file?: File) => {
    setBusy(true)
    await refusals.attempt(async () => { await client.reports.saveLogo({ ...(file === undefined ? {} : { file }), revision: stored.revision }); await refresh() })
    setBusy(false)
  }
  return (
    <div>
      <div className={styles.logo}>
        {stored.logo === null ? null : <img src={logoUrl(stored.logo)} alt={t('reports.logo')} data-testid="logo" />}
        <Button size="small" loading={busy} onClick={() => input.current?.click()}>{t(stored.logo === null ? 'reports.logo.choose' : 'reports.logo.change')}</Button>
        {stored.logo === null ? null : <Button size="small" type="text" disabled={busy} onClick={() => void keep()} data-testid="logo-remove">{t('reports.logo.remove')}</Button>}
        <input ref={input} type="file" hidden accept=".png,.jpg,.jpeg" data-testid="logo-file" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file !== undefined) void keep(file) }} />
      </div>
      <p>{t('reports.logo.note', { kilobytes: largestLogo.bytes / 1024, side: largestLogo.side })}</p>
      <ErrorSentence failure={refusals.general} />
    </div>
  )
}
