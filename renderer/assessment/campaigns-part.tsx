import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '#shared/contract/assessment.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { CampaignForm } from './campaign-form.tsx'
import { CampaignState } from './campaign-state.tsx'

/** All assessments, the latest year first; a new one is opened beside them. */
export function CampaignsPart() {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const runs = useMay('assessment.run')
  const [adding, setAdding] = useState(false)
  const { data, error } = useQuery(api.assessment.campaigns.queryOptions())
  const start = useQuery(api.assessment.start.queryOptions()).data
  const ready = data !== undefined && start !== undefined
  const add = runs && start !== undefined ? <Button type={data?.length === 0 && start.frozenYears.length === 0 ? 'default' : 'primary'} disabled={adding} onClick={() => setAdding(true)} data-testid="new-campaign">{t('new')}</Button> : null
  return (
    <>
      <section className={styles.part} data-testid="campaigns" data-ready={ready}>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {!ready ? null : data.length === 0 ? <Nothing frozen={start.frozenYears.length > 0} runs={runs}>{add}</Nothing> : <><div className={styles.head}><span />{add}</div><CampaignTable campaigns={data} /></>}
      </section>
      {adding && start !== undefined ? <CampaignForm start={start} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Nothing({ frozen, runs, children }: { frozen: boolean; runs: boolean; children: ReactNode }) {
  const { t } = useTranslation('assessment')
  return (
    <EmptyState title={t('campaigns.empty.title')} text={t(runs ? frozen ? 'campaigns.empty.open' : 'campaigns.empty.freeze' : 'campaigns.empty.wait')}>
      {runs && !frozen ? <Link to="/years"><Button type="primary">{t('campaigns.freeze')}</Button></Link> : null}
      {children}
    </EmptyState>
  )
}

function CampaignTable({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useTranslation('assessment')
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={t('tab.campaigns')}>
        <thead>
          <tr>{(['campaign', 'year', 'state', 'due', 'progress', 'objections', 'template'] as const).map((column) => <th key={column} scope="col" className={column === 'progress' || column === 'objections' ? styles.number : undefined}>{t(`column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>{campaigns.map((campaign) => <CampaignRow key={campaign.id} campaign={campaign} />)}</tbody>
      </table>
    </div>
  )
}

function CampaignRow({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const locale = useLocale()
  const due = campaign.state === 'scoring' ? campaign.leadDueOn : campaign.state === 'published' ? campaign.objectUntil : null
  return (
    <tr data-selected="false" onClick={() => void navigate({ to: '/assessment/$id', params: { id: campaign.id } })} data-testid="campaign">
      <td><Link to="/assessment/$id" params={{ id: campaign.id }}>{campaign.title}</Link></td>
      <td className={styles.tight}>{campaign.year}</td>
      <td className={styles.tight}><CampaignState campaign={campaign} /></td>
      <td className={styles.tight}>{due ?? '—'}</td>
      <td className={styles.number}>{t('progress', { done: campaign.scored, total: campaign.departments })}</td>
      <td className={styles.number}>{campaign.openObjections === 0 ? '—' : <span className={styles.due}>{campaign.openObjections}</span>}</td>
      <td>{campaign.templateLabels[locale]}<small>{t('template.version', { version: campaign.version })}</small></td>
    </tr>
  )
}
