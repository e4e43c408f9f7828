import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageItemInfo } from '#shared/contract/inspection-package.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

/** Says that an item does not apply in this year, with the reason, or takes that back. */
export function NotApplicable({ item, year }: { item: PackageItemInfo; year: number }) {
  const { t } = useTranslation(['inspectionPackage', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusal = useRefusal()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const mark = async (notApplicable: string | null) => {
    const done = await refusal.attempt(async () => {
      await client.inspectionPackage.mark({ year, item: item.code, notApplicable })
      await refresh()
    })
    if (done) setAsking(false)
  }
  if (item.notApplicable !== null) return <Button size="small" type="text" onClick={() => void mark(null)} data-testid={`applies-${item.code}`}>{t('applies')}</Button>
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsking(true)} data-testid={`not-applicable-${item.code}`}>{t('not-applicable')}</Button>
      <Modal
        open={asking} title={`${t(`item.${item.code}`)}${t('colon')}${t('not-applicable')}`} onCancel={() => setAsking(false)} okText={t('not-applicable.save')} cancelText={t('common:cancel')}
        okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void mark(reason.trim())}
      >
        <label htmlFor="not-applicable-reason">{t('not-applicable.reason')}</label>
        <Input id="not-applicable-reason" value={reason} maxLength={500} placeholder={t('not-applicable.hint')} onChange={(event) => setReason(event.target.value)} onPressEnter={() => { if (reason.trim() !== '') void mark(reason.trim()) }} />
        {refusal.general === undefined ? null : <ErrorSentence failure={refusal.general} />}
      </Modal>
    </>
  )
}
