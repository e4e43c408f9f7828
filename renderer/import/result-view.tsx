import { CheckCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportBatch, ImportPlan } from '#shared/contract/exchange.ts'
import { inOrder } from './import-session.ts'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { IssueList } from './issue-list.tsx'
import { PlanFigures } from './plan-summary.tsx'
import { UndoImport } from './undo-import.tsx'

/** What an import did, where to look at it, and the way back. */
export function ResultView({ file, plan, batch, session }: { file: ImportFile; plan: ImportPlan; batch: ImportBatch; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  const next = inOrder(session.snapshot().files).find(({ id, state }) => id !== file.id && state.phase !== 'done' && state.phase !== 'unreadable')
  if (batch.state === 'undone') return (
    <section className={styles.notice} data-testid="import-undone">
      <h2>{t('undone.title')}</h2>
      <p>{t('undone.text')}</p>
      <div><Button onClick={() => session.replan(file.id)} data-testid="import-again">{t('undone.again')}</Button></div>
    </section>
  )
  return (
    <section className={styles.result} data-testid="import-result">
      <h2><CheckCircleFilled aria-hidden="true" /> {t('result.title', { name: batch.fileName, number: batch.number })}</h2>
      <PlanFigures summary={batch.summary} />
      <ResultLinks batch={batch} />
      <div className={styles.resultActions}>
        {next === undefined ? null : <Button type="primary" onClick={() => session.select(next.id)} data-testid="next-file">{t('result.next', { name: next.file.name })}</Button>}
        <UndoImport batch={batch} session={session} />
      </div>
      {batch.summary.rejected === 0 ? null : (
        <div className={styles.resultIssues}>
          <h3>{t('result.rejected', { count: batch.summary.rejected })}</h3>
          <IssueList plan={plan} tab="rejected" />
        </div>
      )}
    </section>
  )
}

function ResultLinks({ batch: { summary } }: { batch: ImportBatch }) {
  const { t } = useTranslation('exchange')
  return (
    <ul className={styles.links}>
      {summary.flagged > 0 ? <li><Link to="/risks" search={{ confirm: true }} data-testid="to-confirm">{t('result.confirm', { count: summary.flagged })}</Link></li> : null}
      {summary.powers.created + summary.powers.updated > 0 ? <li><Link to="/powers">{t('result.powers')}</Link></li> : null}
      {summary.riskPoints.created + summary.riskPoints.updated > 0 ? <li><Link to="/risks">{t('result.risks')}</Link></li> : null}
      {summary.controlMeasures.created + summary.controlMeasures.updated > 0 ? <li><Link to="/measures">{t('result.measures')}</Link></li> : null}
    </ul>
  )
}
