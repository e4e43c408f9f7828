import { UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventPlan } from '#shared/contract/warnings.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import styles from '../warnings.module.css'

/** A file is looked over first; only then are its new events taken in, all of them or none. */
export function EventImport() {
  const { t } = useTranslation('warnings')
  const client = useClient()
  const work = useLongWork()
  const input = useRef<HTMLInputElement>(null)
  const [plan, setPlan] = useState<EventPlan>()
  const look = async (file: File | undefined) => {
    if (file === undefined) return
    const made = await work.run((signal) => client.warnings.planEvents({ file }, { signal }))
    if (made !== undefined) setPlan(made)
  }
  return (
    <>
      {plan === undefined ? (
        <div className={`${publicity.buttons} ${styles.acts}`}>
          <Button icon={<UploadOutlined />} onClick={() => input.current?.click()} data-testid="import-events">{t('events.import')}</Button>
          <span className={publicity.quiet}>{t('events.import.text')}</span>
        </div>
      ) : <PlanView plan={plan} onDone={() => setPlan(undefined)} />}
      <input ref={input} type="file" accept=".csv,.txt,.xlsx" hidden data-testid="events-file" onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; void look(file) }} />
      <LongWorkDialog work={work} title={t('events.reading')} />
    </>
  )
}

function PlanView({ plan, onDone }: { plan: EventPlan; onDone: () => void }) {
  const { t } = useTranslation(['warnings', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const work = useLongWork()
  const apply = async () => {
    const applied = await work.run((signal) => client.warnings.applyEvents({ planId: plan.planId }, { signal }))
    if (applied !== undefined) {
      void message.success(t('plan.done', { count: applied.events }))
      onDone()
    }
    await refresh()
  }
  const discard = async () => {
    await refusals.attempt(() => client.warnings.discardEvents({ planId: plan.planId }))
    onDone()
  }
  const unread = plan.columns.filter(({ field }) => field === null).map(({ header }) => header)
  return (
    <section className={styles.plan} data-testid="event-plan" data-fresh={plan.fresh} data-known={plan.known} data-rejected={plan.rejected}>
      <h3>{plan.fileName}</h3>
      <p className={styles.counts}>
        <span><b>{plan.fresh}</b>{t('plan.fresh')}</span><span><b>{plan.known}</b>{t('plan.known')}</span><span><b>{plan.rejected}</b>{t('plan.rejected')}</span>
        {plan.unlinked === 0 ? null : <span className={publicity.due}>{t('plan.unlinked', { count: plan.unlinked })}</span>}
      </p>
      {unread.length === 0 ? null : <p className={publicity.quiet}>{t('plan.unread', { columns: unread.join(t('common:listSeparator')) })}</p>}
      <Issues plan={plan} />
      <ErrorSentence failure={refusals.general} />
      <LongWorkDialog work={work} title={t('events.entering')} />
      <div className={publicity.buttons}>
        <Button type="primary" disabled={plan.fresh === 0} onClick={() => void apply()} data-testid="apply-events">{plan.fresh === 0 ? t('plan.nothing') : t('plan.apply', { count: plan.fresh })}</Button>
        <Button onClick={() => void discard()} data-testid="discard-events">{t('common:cancel')}</Button>
      </div>
    </section>
  )
}

function Issues({ plan }: { plan: EventPlan }) {
  const { t } = useTranslation('warnings')
  const locale = useLocale()
  if (plan.issueTotal === 0) return null
  return (
    <div className={`${publicity.sheet} ${styles.issues}`}>
      <table className={publicity.table} aria-label={t('plan.rejected')}>
        <thead><tr><th scope="col" className={publicity.number}>{t('plan.row')}</th><th scope="col">{t('plan.column')}</th><th scope="col">{t('plan.sentence')}</th></tr></thead>
        <tbody>
          {plan.issues.map((issue) => <tr key={issue.row} data-testid="event-issue"><td className={publicity.number}>{issue.row}</td><td className={publicity.tight}>{issue.column}</td><td>{sentenceFor(locale, 'issues', issue)}</td></tr>)}
        </tbody>
      </table>
      {plan.issueTotal > plan.issues.length ? <p className={publicity.quiet}>{t('plan.more', { count: plan.issueTotal - plan.issues.length })}</p> : null}
    </div>
  )
}
