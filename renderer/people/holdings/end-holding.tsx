import { Button, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holding } from '#shared/contract/people.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

/** The last day of somebody's time in a post. */
export function EndHolding({ holding }: { readonly holding: Holding }) {
  const { t } = useTranslation(['people', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [open, setOpen] = useState(false)
  const [until, setUntil] = useState(dayjs().format('YYYY-MM-DD'))
  const end = async () => {
    if (!await refusals.attempt(() => client.people.endHolding({ id: holding.id, revision: holding.revision, until }))) return
    setOpen(false)
    await refresh()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="end-holding">{t('holdings.end')}</Button>
      <Modal
        open={open} title={t('holdings.end.title', { name: holding.person, post: holding.post })} okText={t('holdings.end.do')} cancelText={t('common:cancel')}
        okButtonProps={{ 'data-testid': 'end-holding-do' }} onOk={() => { void end() }} onCancel={() => setOpen(false)} destroyOnHidden
      >
        <DatePicker value={dayjs(until)} allowClear={false} aria-label={t('holdings.until')} onChange={(date: dayjs.Dayjs | null) => setUntil(date?.format('YYYY-MM-DD') ?? until)} />
        <ErrorSentence failure={refusals.general} />
      </Modal>
    </>
  )
}
