import { DownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, Input, Space } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupervisionEvent } from '#shared/contract/warnings.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { useWarningWords } from '../use-warning-words.ts'
import styles from '../warnings.module.css'

interface Props { readonly rows: readonly SupervisionEvent[]; readonly raises: boolean; readonly onLink: (event: SupervisionEvent) => void; readonly onWarning: (id: string) => void }

const columns = ['eventNo', 'happenedAt', 'about', 'text', 'level', 'standing'] as const

export function EventTable({ rows, raises, onLink, onWarning }: Props) {
  const { t } = useTranslation('warnings')
  return (
    <div className={publicity.sheet}>
      <table className={publicity.table} aria-label={t('tab.events')}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(`events.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((event) => (
            <tr key={event.id} data-testid="event" data-state={event.state} data-linked={event.powerId !== null}>
              <td className={publicity.tight}>{event.eventNo === '' ? '—' : event.eventNo}<small>{event.caseNo}</small></td>
              <td className={publicity.tight}>{event.happenedAt}<small>{event.departmentName ?? event.department}</small></td>
              <td><About event={event} /></td>
              <td>{event.kind}<span className={styles.situation} title={event.text}>{event.text}</span></td>
              <td className={publicity.tight}>{event.level}</td>
              <td className={publicity.tight}><Standing event={event} raises={raises} onLink={onLink} onWarning={onWarning} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The power and point it is tied to; what the file named where it is tied to none. */
function About({ event }: { event: SupervisionEvent }) {
  const { t } = useTranslation('warnings')
  if (event.powerId === null) return <><span className={publicity.due}>{t('events.not-linked')}</span><small>{[event.powerCode, event.powerName, event.step].filter((part) => part !== '').join(' · ')}</small></>
  return (
    <>
      <Link to="/powers/$id" params={{ id: event.powerId }}>{event.linkedPower}</Link>
      <small>{event.riskPointId === null ? event.step : <Link to="/risks" search={{ open: event.riskPointId }}>{t('events.point', { number: event.riskPointNumber ?? '' })}</Link>}{event.linkedBy === null ? '' : `　${t(`events.linked.${event.linkedBy}`)}`}</small>
    </>
  )
}

function Standing({ event, raises, onLink, onWarning }: { event: SupervisionEvent } & Pick<Props, 'raises' | 'onLink' | 'onWarning'>) {
  const { t } = useTranslation(['warnings', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const { levels } = useWarningWords()
  const reason = useRef('')
  const seen = { id: event.id, revision: event.revision }
  const attempt = async (work: () => Promise<unknown>) => {
    try { await work() } catch (error) { fail(error) }
    await refresh()
  }
  const warn = (levelCode?: string) => void attempt(async () => {
    const { warningId } = await client.warnings.warnOfEvent({ ...seen, ...(levelCode === undefined ? {} : { levelCode }) })
    void message.success(t('events.warned'))
    onWarning(warningId)
  })
  const dismiss = () => void modal.confirm({
    title: t('events.dismiss'), okText: t('events.dismiss'), cancelText: t('common:cancel'), icon: null,
    content: <Input.TextArea autoFocus maxLength={4000} style={{ minHeight: 54 }} placeholder={t('events.dismiss.reason')} aria-label={t('events.dismiss.reason')} onChange={(typed) => { reason.current = typed.target.value }} data-testid="dismiss-reason" />,
    onOk: () => attempt(() => client.warnings.dismissEvents({ sheets: [seen], reason: reason.current })),
  })
  if (event.state === 'warned') return <Button type="link" size="small" onClick={() => { if (event.warningId !== null) onWarning(event.warningId) }}>{t('events.view.warned')}</Button>
  if (event.state !== 'open') return <>{t(`events.state.${event.state}`)}<small title={event.settledReason}>{event.settledReason}</small></>
  if (!raises) return <>{t('events.state.open')}</>
  return (
    <span className={styles.acts}>
      <Space.Compact>
        <Button size="small" onClick={() => warn()} data-testid="warn-of-event">{t('events.warn')}</Button>
        <Dropdown trigger={['click']} menu={{ items: levels.map(({ code, label }) => ({ key: code, label, onClick: () => warn(code) })) }}>
          <Button size="small" icon={<DownOutlined />} aria-label={t('events.warn.level')} title={t('events.warn.level')} />
        </Dropdown>
      </Space.Compact>
      <Button size="small" onClick={() => onLink(event)} data-testid="link-event">{t('events.link')}</Button>
      <Button size="small" type="text" onClick={dismiss} data-testid="dismiss-event">{t('events.dismiss')}</Button>
    </span>
  )
}
