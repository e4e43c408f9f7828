import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilingSheet } from '#shared/contract/filing.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { Entries } from './entries.tsx'
import { DayField, Field } from './field.tsx'
import { Files } from './files.tsx'
import styles from './publicity.module.css'
import { SheetExport } from './sheet-export.tsx'

interface Props { readonly sheet: FilingSheet; readonly mayFile: boolean; readonly onClose: () => void }

/** One filing sheet: handing it in, noting its receipt, its entries. */
export function FilingPanel({ sheet, mayFile, onClose }: Props) {
  const { t } = useTranslation(['publicity', 'common'])
  const { modal } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const entries = useQuery(api.filing.entries.queryOptions({ input: { id: sheet.id, limit: 200 } })).data
  const open = mayFile && sheet.state === 'drawn-up'
  const drop = () => void modal.confirm({
    title: t('drop'), content: t('drop.confirm'), okText: t('drop'), cancelText: t('common:cancel'), autoFocusButton: 'cancel',
    onOk: async () => {
      try { await client.filing.drop({ id: sheet.id, revision: sheet.revision }); onClose() } catch (error) { fail(error) }
      await refresh()
    },
  })
  return (
    <SidePanel title={sheet.title} onClose={onClose} ready={entries !== undefined}>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <dt>{t('column.state')}</dt><dd data-testid="sheet-state">{t(`filing.state.${sheet.state}`)}</dd>
          <dt>{t('filing.field.number')}</dt><dd>{sheet.documentNumber}</dd>
          <dt>{t('filing.field.recipient')}</dt><dd>{sheet.recipient}</dd>
          <dt>{t('filing.field.datedOn')}</dt><dd>{sheet.datedOn}</dd>
          {sheet.receivedOn === null ? null : <><dt>{t('filing.receipt')}</dt><dd>{t('filing.receipt.text', { date: sheet.receivedOn, number: sheet.receiptNumber })}</dd></>}
          {sheet.filedAt === null ? null : <><dt>{t('filing.state.filed')}</dt><dd>{sheet.filedBy} · {localTime(sheet.filedAt)}</dd></>}
        </dl>
        <div className={styles.buttons}>
          {open ? <Button onClick={drop} data-testid="drop-sheet">{t('drop')}</Button> : null}
          <SheetExport kind="filing-sheet" about={sheet.id} date={sheet.datedOn} />
        </div>
        <h3>{t('filing.receipt')}</h3>
        <Files entity="filing" entityId={sheet.id} mayAdd={mayFile} />
        {open ? <Receipt sheet={sheet} /> : null}
        <h3>{t('entries')} · {t('entries.count', { count: sheet.entries })}</h3>
        <Entries page={entries} />
      </div>
    </SidePanel>
  )
}

function Receipt({ sheet }: { sheet: FilingSheet }) {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const [receivedOn, setReceivedOn] = useState(() => { const today = dayjs().format('YYYY-MM-DD'); return today < sheet.datedOn ? sheet.datedOn : today })
  const [receiptNumber, setNumber] = useState('')
  const file = async () => {
    const done = await work.run((signal) => client.filing.file({ id: sheet.id, revision: sheet.revision, receivedOn, receiptNumber }, { signal }))
    await refresh()
    if (done !== undefined) void message.success(t('filing.file.done', { count: done.moved }))
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void file() }}>
      <Field label={t('filing.field.receivedOn')}>{(id) => <DayField id={id} label={t('filing.field.receivedOn')} value={receivedOn} onChange={setReceivedOn} />}</Field>
      <Field label={t('filing.field.receiptNumber')}>{(id) => <Input id={id} value={receiptNumber} maxLength={100} onChange={(event) => setNumber(event.target.value)} />}</Field>
      <span className={styles.pair}><Button type="primary" htmlType="submit" data-testid="file-sheet">{t('filing.file')}</Button></span>
      <LongWorkDialog work={work} title={t('filing.file.running')} inParts />
    </form>
  )
}
