import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenScore, Sheet, SheetItem } from '#shared/contract/assessment.ts'
import { textIn } from '#shared/model/assessment/definition.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Files } from '#renderer/publicity/files.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { ObjectionText } from '../objection-text.tsx'
import { FigureRows } from './figure-rows.tsx'

interface Props { readonly sheet: Sheet; readonly item: SheetItem; readonly onStep: (by: 1 | -1) => void; readonly onClose: () => void }

/** All there is to an item: its rule, the records behind its figure, its evidence, every score ever given, and objections. */
export function ItemPanel({ sheet, item, onStep, onClose }: Props) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const may = useMayAny()
  const { departmentId } = sheet.department
  const { state } = sheet.campaign
  const open = state === 'scoring' || state === 'published'
  return (
    <SidePanel title={textIn(item.text, locale)} onClose={onClose} onStep={onStep} ready>
      <div className={styles.body} data-testid="item-panel">
        <p>{textIn(item.text, locale)}</p>
        <dl className={styles.facts}><dt>{t('item.rule')}</dt><dd>{textIn(item.rule, locale)}</dd>{item.final === null ? null : <><dt>{t('column.final')}</dt><dd>{t('results.of', { score: item.final.toFixed(2), points: item.points })}</dd></>}</dl>
        {item.computed === null ? null : <><h3>{t('item.figure')} · {t(`indicator.${item.computed.indicator}`)}</h3><Formula item={item} /><FigureRows sheet={sheet} computed={item.computed} /></>}
        <h3>{t('item.evidence')}</h3>
        <Files entity="assessment-item" entityId={item.id} mayAdd={open && may('entry.attach', { departmentId })} />
        {state === 'published' && may('assessment.object', { departmentId }) && item.openObjections === 0 ? <Objecting item={item} /> : null}
        {state === 'scoring' || state === 'dropped' ? null : <Objections sheet={sheet} item={item} />}
        <h3>{t('item.trail')}</h3>
        <Trail item={item} />
      </div>
    </SidePanel>
  )
}

/** What was objected to the item, with the answers. */
function Objections({ sheet, item }: { sheet: Sheet; item: SheetItem }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const { data } = useQuery(api.assessment.objections.queryOptions({ input: { id: sheet.campaign.id } }))
  const own = data?.filter(({ campaignItemId }) => campaignItemId === item.id) ?? []
  if (own.length === 0) return null
  return (
    <>
      <h3>{t('column.objections')}</h3>
      {own.map((objection) => (
        <article key={objection.id} className={styles.card} data-testid="item-objection" data-answered={objection.answer !== null}>
          <strong>{t('objection.number', { number: objection.number })}</strong>
          <ObjectionText objection={objection} />
          {objection.answer === null ? <p className={styles.due}>{t('objection.waiting')}</p> : null}
        </article>
      ))}
    </>
  )
}

/** How the figure became points. */
function Formula({ item: { computed, points } }: { item: SheetItem }) {
  const { t } = useTranslation('assessment')
  if (computed === null) return null
  const { formula, counts, all, score } = computed
  if (all === 0) return <p>{t('item.formula.nothing', { score })}</p>
  if (formula.kind === 'deduction') return <p>{t('item.formula.deduction', { points, perCase: formula.perCase, cases: all - counts, score })}</p>
  return <p data-testid="formula">{formula.kind === 'share' ? t('item.formula.share', { points, counts, all, score }) : t('item.formula.yes-no', { atLeast: formula.atLeast, points, score })}</p>
}

function Trail({ item }: { item: SheetItem }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const { data } = useQuery(api.assessment.trail.queryOptions({ input: { id: item.id } }))
  if (data === undefined) return null
  if (data.length === 0) return <p className={styles.quiet}>{t('item.trail.none')}</p>
  return <div data-testid="trail">{data.toReversed().map((given) => <Score key={given.number} given={given} />)}</div>
}

function Score({ given: { rater, score, previous, reason, by, at, kind, objection } }: { given: GivenScore }) {
  const { t } = useTranslation('assessment')
  return (
    <article className={styles.card}>
      <strong>{t('item.trail.line', { rater: t(`rater.${rater}`), score })}</strong>
      {previous === null || previous === score ? null : <span className={styles.quiet}> {t('item.trail.was', { score: previous })}</span>}
      {kind === 'corrected' ? <span className={styles.due}> {t('item.trail.corrected', { number: objection ?? '' })}</span> : null}
      {reason === '' ? null : <p>{reason}</p>}
      <div><small className={styles.quiet}>{by} {localTime(at)}</small></div>
    </article>
  )
}

function Objecting({ item }: { item: SheetItem }) {
  const { t } = useTranslation('assessment')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [text, setText] = useState('')
  const save = async () => {
    if (!await refusals.attempt(() => client.assessment.object({ campaignItemId: item.id, text }))) return
    setText('')
    await refresh()
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="objecting">
      <h3>{t('objection.raise')}</h3>
      <Input.TextArea value={text} maxLength={2000} aria-label={t('objection.text')} placeholder={t('objection.text')} onChange={(event) => setText(event.target.value)} data-testid="objection-text" />
      <small className={styles.quiet}>{t('objection.evidence')}</small>
      <ErrorSentence failure={refusals.general} />
      <span className={styles.pair}><Button size="small" type="primary" htmlType="submit" disabled={text.trim() === ''} data-testid="raise-objection">{t('objection.raise')}</Button></span>
    </form>
  )
}
