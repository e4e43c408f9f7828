import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { reopenKinds } from '#shared/model/review/decisions.ts'
import type { ReopenKind } from '#shared/model/review/decisions.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import { OrderDialog } from '../batch/order-dialog.tsx'
import type { Grounds } from '../batch/order-dialog.tsx'
import { useBatch } from '../batch/use-batch.tsx'
import { ReturnedNotice } from '../desk/desk-panel.tsx'
import { ReExaminations } from '../desk/re-examinations.tsx'
import { StateBadge } from '../state-badge.tsx'
import type { Order } from '../use-orders.ts'
import { isOverdue } from '../waiting.ts'
import { localToday } from '#renderer/app/local-time.ts'
import { lockOf } from './lock-notice.tsx'
import styles from './writer.module.css'

type Asking = 'submit' | 'recall' | 'keep' | ReopenKind

/** Where a point's entry stands, who is waited for until when, and what its writers can do. */
export function EntryLine({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['review', 'people', 'common'])
  const api = useApi()
  const { data: desk } = useQuery(api.review.desk.queryOptions({ input: { id: risk.id }, enabled: risk.entryState !== 'draft' }))
  const [asking, ask] = useState<Asking>()
  const batch = useBatch({ onDone: () => undefined, onOpen: () => undefined })
  const offers = useOffers(risk)
  const lock = lockOf(risk.entryState)
  const late = isOverdue(risk.entryDueOn, localToday())
  const go = ({ reason, evidence }: Grounds, what: Asking) => {
    ask(undefined)
    void batch.run(orderOf(what, { reason, evidence }), { items: [{ id: risk.id, revision: risk.revision }] }, t(`writer.${what}`))
  }
  return (
    <div className={styles.line} data-testid="entry-line">
      <div>
        <StateBadge state={risk.entryState} />
        {desk?.step === null || desk === undefined ? null : <span>{t('writer.waits', { who: desk.step.roles.map((role) => t(`people:role.${role}`)).join(t('common:listSeparator')) })}</span>}
        {risk.entryDueOn === null ? null : <span data-late={late}>{t(late ? 'writer.overdue' : 'writer.due', { date: risk.entryDueOn })}</span>}
        <span className={styles.actions}>
          {desk?.verdict.may === true ? <Link to="/review" search={{ open: risk.id }}>{t('writer.desk')}</Link> : null}
          {offers.submit ? <Button size="small" type="primary" onClick={() => ask('submit')} data-testid="entry-submit">{t('writer.submit')}</Button> : null}
          {offers.recall ? <Button size="small" onClick={() => ask('recall')} data-testid="entry-recall">{t('writer.recall')}</Button> : null}
          {offers.keep ? <Button size="small" onClick={() => ask('keep')} data-testid="entry-keep">{t('writer.keep')}</Button> : null}
          {offers.reopen ? (
            <Dropdown trigger={['click']} menu={{ items: reopenKinds.filter((kind) => kind !== 'cancel' || risk.entryState !== 'cancelled').map((kind) => ({ key: kind, label: t(`writer.${kind}`), onClick: () => ask(kind) })) }}>
              <Button size="small" data-testid="entry-reopen">{t('writer.more')}</Button>
            </Dropdown>
          ) : null}
        </span>
      </div>
      {lock === undefined || risk.entryState === 'in-force' || risk.entryState === 'cancelled' ? null : <p data-testid="entry-lock">{t(`writer.${lock}`)}</p>}
      {desk === undefined ? null : <><ReturnedNotice desk={desk} /><ReExaminations desk={desk} /></>}
      {asking === undefined ? null : <Ask what={asking} riskPointId={risk.id} onGo={(grounds) => go(grounds, asking)} onClose={() => ask(undefined)} />}
      {batch.dialogs}
    </div>
  )
}

function Ask({ what, riskPointId, onGo, onClose }: { what: Asking; riskPointId: string; onGo: (grounds: Grounds) => void; onClose: () => void }) {
  const { t } = useTranslation('review')
  const common = { onGo, onClose }
  switch (what) {
    case 'submit': return <OrderDialog title={t('writer.submit')} text={t('writer.submit.text')} okText={t('writer.submit')} reason="submit" evidenceOf={riskPointId} note={<SummaryNotice pointIds={[riskPointId]} submitting />} {...common} />
    case 'recall': return <OrderDialog title={t('writer.recall')} text={t('writer.recall.text')} okText={t('writer.recall')} reason="none" {...common} />
    case 'keep': return <OrderDialog title={t('writer.keep')} text={t('writer.keep.text')} okText={t('writer.keep')} reason="needed" {...common} />
    default: return <OrderDialog title={t(`writer.reopen.${what}`)} text={t(what === 'cancel' ? 'writer.reopen.cancel.text' : 'writer.reopen.text')} okText={t(`writer.reopen.${what}`)} reason="needed" {...common} />
  }
}

function orderOf(what: Asking, { reason, evidence }: Pick<Grounds, 'reason' | 'evidence'>): Order {
  switch (what) {
    case 'submit': return { kind: 'submit', reason, evidence }
    case 'recall': return { kind: 'recall' }
    case 'keep': return { kind: 'keep', reason }
    default: return { kind: 'reopen', how: what, reason }
  }
}

/** What is offered by state and permission. */
function useOffers(risk: RiskDetail) {
  const may = useMayAny()
  const subject = { departmentId: risk.departmentId, state: risk.entryState }
  const reopen = may('entry.reopen', subject)
  return { submit: may('entry.submit', subject), recall: may('entry.recall', subject), reopen, keep: reopen && risk.toReExamine && risk.entryState === 'in-force' }
}
