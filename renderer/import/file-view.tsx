import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { PlanView } from './plan-view.tsx'
import { ResultView } from './result-view.tsx'
import { useStageText } from './use-stage-text.ts'

/** One file: being read, as a plan, being imported, or what came of it. */
export function FileView({ file, session }: { file: ImportFile; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  const { state } = file
  const again = <Button onClick={() => session.replan(file.id)} data-testid="read-again">{t('read-again')}</Button>
  switch (state.phase) {
    case 'waiting': return <Notice title={t('phase.waiting')} />
    case 'reading':
    case 'applying': return <Running file={file} session={session} />
    case 'stopped': return <Notice title={t('stopped.title')} text={t('stopped.text')}>{again}</Notice>
    case 'unreadable': return <Notice title={t('unreadable.title')} failure={<ErrorSentence failure={state.failure} />}>{again}</Notice>
    case 'ready': return <PlanView file={file} plan={state.plan} failure={state.failure} session={session} />
    case 'done': return <ResultView file={file} plan={state.plan} batch={state.batch} session={session} />
  }
}

function Notice({ title, text, failure, children }: { title: string; text?: string; failure?: React.ReactNode; children?: React.ReactNode }) {
  return (
    <section className={styles.notice} data-testid="import-notice">
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {failure}
      <div>{children}</div>
    </section>
  )
}

function Running({ file, session }: { file: ImportFile; session: ImportSession }) {
  const { t } = useTranslation(['exchange', 'common'])
  const stageText = useStageText()
  const { state } = file
  if (state.phase !== 'reading' && state.phase !== 'applying') return null
  const { progress, stopping } = state
  const known = progress !== undefined && progress.total > 0
  return (
    <section className={styles.notice} aria-live="polite" data-testid="import-running">
      <h2>{t(`phase.${state.phase}`)}</h2>
      <Progress percent={known ? Math.floor((progress.done / progress.total) * 100) : 0} status="normal" />
      <p>
        {stopping ? t('common:work.stopping') : known ? t('common:work.progress', { done: progress.done, total: progress.total }) : t('common:work.started')}
        {progress === undefined ? null : ` · ${stageText(progress.stage)}`}
      </p>
      <div><Button onClick={() => session.stop(file.id)} disabled={stopping} data-testid="import-stop">{t('common:stop')}</Button></div>
    </section>
  )
}
