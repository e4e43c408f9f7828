import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton, Tabs } from 'antd'
import { useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { RecordHistory } from '#renderer/history/record-history.tsx'
import { FigureCards } from '#renderer/risks/panel/figures/figure-cards.tsx'
import { StateBadge } from '../state-badge.tsx'
import { isOverdue } from '../waiting.ts'
import { localToday } from '#renderer/app/local-time.ts'
import { Comments } from './comments.tsx'
import type { CommentField } from './comments.tsx'
import { DecisionBar } from './decision-bar.tsx'
import type { DecisionKeys } from './decision-bar.tsx'
import type { DecisionMode } from './decision-draft.ts'
import styles from './desk.module.css'
import { EntryFacts } from './entry-facts.tsx'
import { GradeReasons } from './grade-reasons.tsx'
import { LevelsTable } from './levels-table.tsx'
import { OvertakenDesk } from './overtaken-desk.tsx'
import { ReExaminations } from './re-examinations.tsx'
import { SimilarTexts } from './similar-texts.tsx'
import { useDecision } from './use-decision.ts'

/** What keys do on the desk. */
export interface DeskKeys {
  readonly focus: () => void
  readonly decide: (mode: DecisionMode) => void
  readonly tick: (place: number) => void
  readonly comment: () => void
}

interface Props {
  readonly id: string
  readonly keys: Ref<DeskKeys>
  readonly onDecided: (id: string) => void
  readonly onLeave: () => void
  readonly onOpen: (id: string) => void
}

/** Somebody else's decision on the entry that lies open is noticed after this many milliseconds at the latest. */
const glance = 20_000

/** One entry on the desk with all that speaks for and against its grade. */
export function DeskPanel({ id, ...props }: Props) {
  const api = useApi()
  const desk = useQuery(api.review.desk.queryOptions({ input: { id }, staleTime: 0, refetchInterval: glance }))
  const risk = useQuery(api.risks.get.queryOptions({ input: { id } }))
  const error = desk.error ?? risk.error
  return (
    <section className={styles.panel} data-testid="desk" data-ready={desk.data !== undefined && risk.data !== undefined} data-desk tabIndex={-1}>
      {error === null ? null : <div className={styles.body}><ErrorSentence failure={failureOf(error)} /></div>}
      {desk.data === undefined || risk.data === undefined ? error === null ? <div className={styles.body}><Skeleton active paragraph={{ rows: 10 }} /></div> : null : <OpenEntry desk={desk.data} risk={risk.data} {...props} />}
    </section>
  )
}

function OpenEntry({ desk, risk, keys, onDecided, onLeave, onOpen }: Omit<Props, 'id'> & { desk: Desk; risk: RiskDetail }) {
  const { t } = useTranslation(['review', 'grid', 'risks'])
  const body = useRef<HTMLDivElement>(null)
  const bar = useRef<DecisionKeys>(null)
  const comment = useRef<CommentField>(null)
  const [tab, setTab] = useState('desk')
  const decision = useDecision(desk, onDecided)
  useImperativeHandle(keys, () => ({
    focus: () => body.current?.focus(),
    decide: (mode) => { setTab('desk'); bar.current?.decide(mode) },
    tick: (place) => bar.current?.tick(place),
    comment: () => { setTab('desk'); requestAnimationFrame(() => comment.current?.focus()) },
  }), [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    onLeave()
  }
  return (
    <div className={styles.entry} onKeyDown={leave}>
      <Head desk={desk} risk={risk} />
      <Tabs className={styles.tabs} size="small" tabBarGutter={24} activeKey={tab} onChange={setTab} items={[{ key: 'desk', label: t('tab.judge') }, { key: 'history', label: t('grid:panel.tab.history') }]} />
      <div className={styles.body} ref={body} tabIndex={-1} role="tabpanel" data-testid={`desk-${tab}`}>
        {tab === 'history' ? <RecordHistory entityId={desk.id} /> : (
          <>
            <OvertakenDesk decision={decision} />
            <ReturnedNotice desk={desk} />
            <ReExaminations desk={desk} />
            <p className={styles.manifestation}>{risk.manifestation}</p>
            <GradeReasons desk={desk} />
            <LevelsTable desk={desk} />
            <section className={styles.part}><h3>{t('risks:tab.figures')}</h3><FigureCards risk={risk} /></section>
            <EntryFacts desk={desk} risk={risk} />
            <SimilarTexts desk={desk} manifestation={risk.manifestation} onOpen={onOpen} />
            <Comments desk={desk} field={comment} />
          </>
        )}
      </div>
      <DecisionBar desk={desk} decision={decision} keys={bar} onLeave={onLeave} />
    </div>
  )
}

/** Which entry this is, where it stands and whose turn it is. */
function Head({ desk, risk }: { desk: Desk; risk: RiskDetail }) {
  const { t } = useTranslation(['review', 'risks', 'people', 'common'])
  const late = isOverdue(desk.dueOn, localToday())
  return (
    <header className={styles.head}>
      <div>
        <h2>{t('risks:number', { number: desk.number })}</h2>
        <StateBadge state={desk.entryState} />
        {desk.grade === null ? null : <GradeTag code={desk.grade} />}
        {desk.entryKind === 'first' ? null : <span className={styles.kind}>{t(`kind.${desk.entryKind}`)}</span>}
        {desk.step === null ? null : <span>{t(desk.step.agreement ? 'waits.agreement' : 'waits', { who: desk.step.roles.map((role) => t(`people:role.${role}`)).join(t('common:listSeparator')) })}</span>}
        {desk.dueOn === null ? null : <span className={late ? styles.late : undefined}>{t(late ? 'queue.overdue' : 'queue.due', { date: desk.dueOn })}</span>}
      </div>
      <div className={styles.where}>
        <Link to="/powers/$id" params={{ id: risk.powerId }} title={t('risks:power.open')}>{risk.powerName}</Link>
        {[risk.departmentName, risk.postName, risk.stepName].flatMap((part) => (part === null ? [] : [<span key={part}>{part}</span>]))}
        <Link to="/risks" search={{ open: desk.id }} className={styles.end}>{t('open-record')}</Link>
      </div>
    </header>
  )
}

/** An entry that was given back says on top why. */
export function ReturnedNotice({ desk }: { desk: Pick<Desk, 'entryState' | 'levels'> }) {
  const { t } = useTranslation('review')
  const last = desk.entryState === 'returned' ? desk.levels.findLast(({ action }) => action === 'return') : undefined
  if (last === undefined) return null
  return <p className={styles.notice} role="status" data-testid="returned"><strong>{t('returned', { person: last.person })}</strong>{last.reason}</p>
}
