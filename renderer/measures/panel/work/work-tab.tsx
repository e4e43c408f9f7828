import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeasureDetail } from '#shared/contract/measures.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { CheckForm } from './check-form.tsx'
import { Checks } from './checks.tsx'
import { ExecuteForm } from './execute-form.tsx'
import { Executions } from './executions.tsx'
import styles from './work.module.css'

/** What was done about a measure, with its evidence, and how well it was found to work. */
export function WorkTab({ measure }: { measure: MeasureDetail }) {
  const { t } = useTranslation(['measures', 'errors'])
  const api = useApi()
  const subject = { departmentId: measure.departmentId }
  const mayExecute = useMay('measure.execute', subject)
  const mayCheck = useMay('measure.check', subject)
  const { data, error } = useQuery(api.measures.work.queryOptions({ input: { id: measure.id } }))
  if (data === undefined) return <div className={panel.pad}>{error === null ? <Skeleton active paragraph={{ rows: 4 }} /> : <ErrorSentence failure={failureOf(error)} />}</div>
  const counted = data.executions.filter(({ withdrawn }) => withdrawn === null)
  const unproven = measure.progress === 'done' && measure.frequency === null && counted.every(({ evidence }) => evidence.length === 0)
  return (
    <div className={panel.pad} data-testid="measure-work" data-ready="true">
      <section className={styles.part}>
        <header><h3>{t('work.executions', { count: counted.length })}</h3>{mayExecute ? <ExecuteForm key={measure.id} measure={measure} /> : null}</header>
        {unproven ? <p className={panel.quiet} data-testid="unproven">{t('work.unproven')}</p> : null}
        <Executions measure={measure} executions={data.executions} mayChange={mayExecute} />
      </section>
      <section className={styles.part}>
        <header><h3>{t('work.checks', { count: data.checks.length })}</h3>{mayCheck && data.mayNotCheck === null ? <CheckForm key={measure.id} measureId={measure.id} /> : null}</header>
        {mayCheck && data.mayNotCheck !== null ? <p className={panel.quiet} data-testid="may-not-check">{t(`errors:${data.mayNotCheck}`)}</p> : null}
        <Checks checks={data.checks} />
      </section>
    </div>
  )
}
