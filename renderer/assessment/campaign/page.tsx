import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import own from '../assessment.module.css'
import { CampaignState } from '../campaign-state.tsx'
import { BoardPart } from './board-part.tsx'
import { CampaignActions } from './campaign-actions.tsx'
import { ObjectionsPart } from './objections-part.tsx'
import { ResultsPart } from './results-part.tsx'
import { WaitingNote } from './waiting-note.tsx'

const route = getRouteApi('/shell/assessment/$id')
const tabSchema = z.enum(['board', 'results', 'objections'])

/** One assessment: how far each department is, what it came to, and what was objected. */
export function CampaignPage() {
  const { t } = useTranslation('assessment')
  const { id } = route.useParams()
  const api = useApi()
  const { data, error } = useQuery(api.assessment.campaign.queryOptions({ input: { id } }))
  if (error !== null && data === undefined) return <EmptyState title={t('missing')} text={<ErrorSentence failure={failureOf(error)} />}><Link to="/assessment"><Button type="primary">{t('back')}</Button></Link></EmptyState>
  if (data === undefined) return <div className={styles.part}><Skeleton active paragraph={{ rows: 8 }} /></div>
  return <Shown campaign={data} />
}

function Shown({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const [tab, choose] = usePreference('assessment.campaign.tab', tabSchema, 'board')
  const label = (key: z.infer<typeof tabSchema>) => (key === 'objections' && campaign.openObjections > 0 ? `${t('tab.objections')} (${campaign.openObjections})` : t(`tab.${key}`))
  return (
    <div className={styles.page} data-testid="campaign-page" data-ready="true" data-state={campaign.state}>
      <div className={own.crumb}><Link to="/assessment">{t('back')}</Link></div>
      <PageHeader title={campaign.title} note={<CampaignState campaign={campaign} />}><CampaignActions campaign={campaign} /></PageHeader>
      <Basis campaign={campaign} />
      <Tabs className={styles.tabs} activeKey={tab} onChange={(key) => choose(tabSchema.catch('board').parse(key))} items={tabSchema.options.map((key) => ({ key, label: <span data-testid={`tab-${key}`}>{label(key)}</span> }))} />
      <div className={styles.main}>
        {tab === 'board' ? <BoardPart campaign={campaign} /> : tab === 'results' ? <ResultsPart campaign={campaign} /> : <ObjectionsPart campaign={campaign} />}
      </div>
    </div>
  )
}

/** Where the figures come from, and what binds the results. */
function Basis({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const { basis, figuresOn, year, archiveHash, objectUntil, resultHash, state } = campaign
  if (basis === 'provisional') return state === 'dropped' ? null : <Alert className={own.notice} type="warning" showIcon title={t('provisional.text', { date: figuresOn, year })} />
  return (
    <div className={own.headLine}>
      <span title={archiveHash ?? ''}>{t('frozen.text', { year, date: figuresOn, hash: (archiveHash ?? '').slice(0, 12) })}</span>
      {state === 'published' && objectUntil !== null ? <strong>{t('published.until', { date: objectUntil })}</strong> : null}
      <WaitingNote campaign={campaign} />
      {resultHash === null ? null : <span data-testid="result-hash">{t('closed.hash', { hash: resultHash })}</span>}
    </div>
  )
}
