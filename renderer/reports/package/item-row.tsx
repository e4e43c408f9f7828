import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, PaperClipOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageItemInfo } from '#shared/contract/inspection-package.ts'
import { itemNumber } from '#shared/model/inspection-package.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { ItemFile } from './item-file.tsx'
import { NotApplicable } from './not-applicable.tsx'
import styles from './package.module.css'

const icons = { there: CheckCircleOutlined, missing: ExclamationCircleOutlined, 'not-applicable': MinusCircleOutlined } as const

/** An item of the package: how it stands, what goes in, and what the office can do about it. */
export function ItemRow({ item, year, mayAttach }: { item: PackageItemInfo; year: number; mayAttach: boolean }) {
  const { t } = useTranslation(['inspectionPackage', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const { modal } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const Icon = icons[item.state]
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
      await refresh()
    } catch (error) { fail(error) }
    setBusy(false)
  }
  const attach = (files: readonly File[]) => attempt(async () => { for (const file of files) await client.inspectionPackage.attach({ year, item: item.code, file }) })
  const remove = (id: string, name: string) => void modal.confirm({
    title: t('remove.confirm', { name }), okText: t('remove'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: () => attempt(() => client.attachments.withdraw({ attachmentId: id })),
  })
  return (
    <tr data-testid={`package-item-${item.code}`} data-state={item.state}>
      <td className={styles.number}>{itemNumber(item.code)}</td>
      <td><b>{t(`item.${item.code}`)}</b>{item.indicators.length === 0 ? null : <small>{t('col.indicators')}{t('colon')}{item.indicators.join(t('separator'))}</small>}</td>
      <td><span className={styles.state} data-state={item.state}><Icon aria-hidden="true" /> {t(`state.${item.state}`)}</span></td>
      <td className={styles.content}>
        <Contents item={item} />
        {item.files.map((file) => <ItemFile key={file.id} file={file} mayChange={mayAttach} onRemove={() => remove(file.id, file.fileName)} onMark={(secrecy) => void attempt(() => client.attachments.mark({ attachmentId: file.id, secrecy }))} />)}
      </td>
      <td className={styles.actions}>
        {!mayAttach ? null : (
          <>
            {item.own ? <Button size="small" icon={<PaperClipOutlined />} loading={busy} onClick={() => input.current?.click()} data-testid={`attach-${item.code}`}>{t('attach')}</Button> : null}
            {item.state === 'there' ? null : <NotApplicable item={item} year={year} />}
            <input ref={input} type="file" multiple hidden data-testid={`attach-input-${item.code}`} onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void attach(files) }} />
          </>
        )}
      </td>
    </tr>
  )
}

/** What goes in besides documents of the office, or why nothing does. */
function Contents({ item }: { item: PackageItemInfo }) {
  const { t } = useTranslation(['inspectionPackage', 'reportKinds'])
  const named = (kind: string): string => t(`reportKinds:kind.${kind}` as 'reportKinds:kind.annual')
  const lines = [
    ...item.reports.map(({ kind, count }) => (count === 1 ? t('content.report', { name: named(kind) }) : t('content.reports', { name: named(kind), count }))),
    ...(item.log === undefined ? [] : [t(item.log === 'whole' ? 'content.log' : 'content.log-summary')]),
    ...(item.attachments === 0 ? [] : [t('content.attachments', { count: item.attachments })]),
  ]
  const none = item.notApplicable ?? (item.code === 'log' ? t('content.not-in-edition') : item.own ? t('content.own-none') : t('content.none'))
  return (
    <>
      {lines.map((line) => <p key={line}>{line}</p>)}
      {lines.length === 0 && item.files.length === 0 ? <p className={styles.quiet}>{none}</p> : null}
      {lines.length > 0 && item.own && item.files.length === 0 ? <p className={styles.quiet}>{item.notApplicable ?? t('content.own-none')}</p> : null}
      {item.withheld === 0 ? null : <p className={styles.quiet}>{t('content.withheld', { count: item.withheld })}</p>}
    </>
  )
}
