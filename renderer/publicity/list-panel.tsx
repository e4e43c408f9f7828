import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicityList } from '#shared/contract/publicity.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { EditHead } from './edit-head.tsx'
import { Entries } from './entries.tsx'
import { Files } from './files.tsx'
import { ListState } from './list-state.tsx'
import { Objections } from './objections.tsx'
import styles from './publicity.module.css'
import { SheetExport } from './sheet-export.tsx'

interface Props { readonly list: PublicityList; readonly mayPublish: boolean; readonly onClose: () => void }

/** One list: how it stands, what can be done next, its evidence, objections and entries. */
export function ListPanel({ list, mayPublish, onClose }: Props) {
  const { t } = useTranslation('publicity')
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const entries = useQuery(api.publicity.entries.queryOptions({ input: { id: list.id, limit: 200 } })).data
  const objections = useQuery(api.publicity.get.queryOptions({ input: { id: list.id } })).data?.objections
  const [editing, setEditing] = useState(false)
  const leaveOut = async (riskPointId: string) => {
    try { await client.publicity.leaveOut({ id: list.id, revision: list.revision, riskPointIds: [riskPointId] }) } catch (error) { fail(error) }
    await refresh()
  }
  return (
    <SidePanel title={list.title} onClose={onClose} ready={entries !== undefined}>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <dt>{t('column.state')}</dt><dd data-testid="list-state"><ListState list={list} /></dd>
          <dt>{t('column.period')}</dt><dd>{t('period', { from: list.startsOn, to: list.endsOn })}</dd>
          <dt>{t('field.place')}</dt><dd>{list.place}</dd>
          {list.postedAt === null ? null : <><dt>{t('posted.by')}</dt><dd>{list.postedBy} · {localTime(list.postedAt)}</dd></>}
          {list.closedAt === null ? null : <><dt>{t('closed.by')}</dt><dd>{list.closedBy} · {localTime(list.closedAt)}</dd></>}
        </dl>
        {editing && list.state === 'drawn-up' ? <EditHead list={list} onDone={() => setEditing(false)} /> : <Actions list={list} mayPublish={mayPublish} onDropped={onClose} onEdit={() => setEditing(true)} />}
        <h3>{t('files')}</h3>
        <Files entity="publicity" entityId={list.id} mayAdd={mayPublish && list.state !== 'closed'} />
        {list.state === 'drawn-up' ? null : <Objections list={list} objections={objections ?? []} entries={entries?.rows ?? []} mayPublish={mayPublish} />}
        <h3>{t('entries')} · {t('entries.count', { count: list.entries })}</h3>
        <Entries page={entries} onLeaveOut={mayPublish && list.state === 'drawn-up' ? (id) => void leaveOut(id) : undefined} />
      </div>
    </SidePanel>
  )
}

function Actions({ list, mayPublish, onDropped, onEdit }: { list: PublicityList; mayPublish: boolean; onDropped: () => void; onEdit: () => void }) {
  const { t } = useTranslation(['publicity', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const work = useLongWork()
  const seen = { id: list.id, revision: list.revision }
  const attempt = async (doing: () => Promise<unknown>) => {
    try { await doing() } catch (error) { fail(error) }
    await refresh()
  }
  const close = async () => {
    const done = await work.run((signal) => client.publicity.close(seen, { signal }))
    await refresh()
    if (done !== undefined) void message.success(t('close.done', { count: done.moved }))
  }
  const drop = () => void modal.confirm({
    title: t('drop'), content: t('drop.confirm'), okText: t('drop'), cancelText: t('common:cancel'), autoFocusButton: 'cancel',
    onOk: () => attempt(async () => { await client.publicity.drop(seen); onDropped() }),
  })
  return (
    <>
      <div className={styles.buttons}>
        {mayPublish && list.state === 'drawn-up' ? <Button type="primary" disabled={list.evidence === 0} onClick={() => void attempt(() => client.publicity.post(seen))} data-testid="post-list">{t('post')}</Button> : null}
        {mayPublish && list.state === 'posted' ? <Button type="primary" disabled={!list.over || list.unanswered > 0} onClick={() => void close()} data-testid="close-list">{t('close')}</Button> : null}
        {mayPublish && list.state === 'drawn-up' ? <Button onClick={onEdit} data-testid="edit-list-head">{t('lists.edit')}</Button> : null}
        {mayPublish && list.state === 'drawn-up' ? <Button onClick={drop} data-testid="drop-list">{t('drop')}</Button> : null}
        <SheetExport kind="publicity-list" about={list.id} date={list.startsOn} />
      </div>
      {mayPublish && list.state === 'drawn-up' && list.evidence === 0 ? <p className={styles.quiet}>{t('post.needs-file')}</p> : null}
      {mayPublish && list.state === 'posted' && !list.over ? <p className={styles.quiet}>{t('close.not-over', { date: list.endsOn })}</p> : null}
      {mayPublish && list.state === 'posted' && list.unanswered > 0 ? <p className={styles.due}>{t('close.unanswered', { count: list.unanswered })}</p> : null}
      <LongWorkDialog work={work} title={t('close.running')} inParts />
    </>
  )
}
