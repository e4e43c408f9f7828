import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/contract/assessment.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import own from '../assessment.module.css'
import { CampaignState } from '../campaign-state.tsx'
import { HandOn } from './hand-on.tsx'
import { HandOvers } from './hand-overs.tsx'
import { ItemPanel } from './item-panel.tsx'
import { ScoreTable } from './score-table.tsx'
import styles from './sheet.module.css'
import { Turn } from './turn.tsx'
import { useActiveRater } from './use-active-rater.ts'
import { useScoring } from './use-scoring.ts'
import { Vetoes } from './vetoes.tsx'

const route = getRouteApi('/shell/assessment/sheets/$id')

/** A department's scoring sheet: what is assessed, who gave what and why, and what it comes to. */
export function SheetPage() {
  const { t } = useTranslation('assessment')
  const { id } = route.useParams()
  const api = useApi()
  const { data, error } = useQuery(api.assessment.sheet.queryOptions({ input: { id } }))
  if (error !== null && data === undefined) return <EmptyState title={t('missing')} text={<ErrorSentence failure={failureOf(error)} />}><Link to="/assessment"><Button type="primary">{t('back')}</Button></Link></EmptyState>
  if (data === undefined) return <div className={publicity.part}><Skeleton active paragraph={{ rows: 10 }} /></div>
  return <Shown key={id} sheet={data} />
}

function Shown({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('assessment')
  const rater = useActiveRater(sheet)
  const scoring = useScoring(sheet, rater)
  const [chosen, choose] = useState<string>()
  const { campaign, department, groups, bonus } = sheet
  const items = [...groups.flatMap((group) => group.items), ...bonus]
  const at = items.findIndex(({ id }) => id === chosen)
  const step = (by: 1 | -1) => choose(items[Math.min(items.length - 1, Math.max(0, at + by))]?.id)
  const item = items[at]
  return (
    <div className={publicity.page} data-testid="scoring-sheet" data-ready="true" data-step={department.step} data-rater={rater ?? ''} data-saving={scoring.busy}>
      <div className={own.crumb}><Link to="/assessment/$id" params={{ id: campaign.id }}>{campaign.title}</Link> · <Link to="/assessment">{t('back')}</Link></div>
      <PageHeader title={department.name} note={<CampaignState campaign={campaign} />}><HandOn sheet={sheet} rater={rater} scoring={scoring} /></PageHeader>
      {campaign.basis === 'provisional' && campaign.state === 'scoring' ? <Alert className={own.notice} type="warning" showIcon title={t('provisional.text', { date: campaign.figuresOn, year: campaign.year })} /> : null}
      <Standing sheet={sheet} active={rater !== undefined} />
      <div className={publicity.main}>
        <section className={`${publicity.part} ${styles.sheetPart}`}>
          <ScoreTable sheet={sheet} rater={rater} scoring={scoring} chosen={chosen} onChoose={choose} />
          <Vetoes sheet={sheet} />
          <HandOvers sheet={sheet} />
        </section>
        {item === undefined ? null : <ItemPanel key={item.id} sheet={sheet} item={item} onStep={step} onClose={() => choose(undefined)} />}
      </div>
    </div>
  )
}

/** Whose turn it is, why it came back, and what the department comes to. */
function Standing({ sheet, active }: { sheet: Sheet; active: boolean }) {
  const { department, bands, result } = sheet
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const band = bands.find(({ code }) => code === result?.band)?.labels[locale] ?? ''
  return (
    <div className={own.headLine}>
      <Turn sheet={sheet} active={active} />
      {department.returned === '' ? null : <strong className={publicity.due}>{t('turn.returned', { reason: department.returned })}</strong>}
      <strong data-testid="sheet-result">{result === null ? t('sheet.result.none') : t('sheet.result', { total: result.total.toFixed(2), band })}</strong>
    </div>
  )
}
