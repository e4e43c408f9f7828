import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { ChangeList } from './change-list.tsx'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { IssueList } from './issue-list.tsx'
import { firstTab, gains, isIssueTab, previewTabs, tabCounts } from './plan-figures.ts'
import type { PreviewTab } from './plan-figures.ts'
import { PlanFigures } from './plan-summary.tsx'
import { SheetReadings } from './sheet-readings.tsx'

interface Props {
  readonly file: ImportFile
  readonly plan: ImportPlan
  readonly failure: Failure | undefined
  readonly session: ImportSession
}

/** What importing a file would do: the figures first, then record by record, then how it was read. */
export function PlanView({ file, plan, failure, session }: Props) {
  const { t } = useTranslation('exchange')
  const [tab, setTab] = useState<PreviewTab>(() => firstTab(plan))
  const counts = tabCounts(plan)
  const items = previewTabs.map((key) => ({
    key, label: <span data-empty={counts[key] === 0} className={styles.tab} data-testid={`tab-${key}`}>{t(`tab.${key}`)} <b>{counts[key]}</b></span>,
  }))
  return (
    <section className={styles.plan} data-testid="import-plan" data-plan={plan.planId}>
      <header className={styles.planHead}>
        <h2 title={plan.fileName}>{plan.fileName}</h2>
        <ApplyBar file={file} plan={plan} session={session} />
      </header>
      {failure === undefined ? null : <div className={styles.failed}><ErrorSentence failure={failure} /><Button onClick={() => session.replan(file.id)} data-testid="replan">{t('replan')}</Button></div>}
      <PlanFigures summary={plan.summary} onTab={setTab} />
      <Tabs className={styles.tabs ?? ''} size="small" activeKey={tab} onChange={(key) => setTab(previewTabs.find((known) => known === key) ?? 'new')} items={items} />
      <div className={styles.tabBody}>
        {tab === 'sheets' ? <SheetReadings file={file} plan={plan} session={session} /> : isIssueTab(tab) ? <IssueList key={tab} plan={plan} tab={tab} /> : <ChangeList key={tab} plan={plan} kind={tab} />}
      </div>
    </section>
  )
}

/** The button says what it does; where it can do nothing, why stands beside it. */
function ApplyBar({ file, plan, session }: { file: ImportFile; plan: ImportPlan; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  const { created, updated } = gains(plan.summary)
  const why = file.mappingPending ? t('apply.mapping-pending') : created + updated > 0 ? undefined : t(plan.formCodes.length === 0 ? 'apply.no-form' : plan.summary.rejected > 0 ? 'apply.all-rejected' : 'apply.nothing')
  const label = created > 0 && updated > 0 ? t('apply.both', { created, updated }) : updated > 0 ? t('apply.updated', { updated }) : created > 0 ? t('apply.created', { created }) : t('apply')
  return (
    <div className={styles.apply}>
      {why === undefined ? null : <span id="import-why">{why}</span>}
      {file.mappingPending ? <Button type="primary" onClick={() => session.replan(file.id)} data-testid="replan-mapping">{t('replan.mapping')}</Button> : (
        <Button type="primary" disabled={why !== undefined} aria-describedby={why === undefined ? undefined : 'import-why'} onClick={() => session.apply(file.id)} data-testid="import-apply">{label}</Button>
      )}
    </div>
  )
}
