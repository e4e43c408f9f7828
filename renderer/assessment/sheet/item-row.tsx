import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetItem } from '#shared/contract/assessment.ts'
import { raters, textIn } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { useLocale } from '#renderer/app/language.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { readScore } from './score-text.ts'
import styles from './sheet.module.css'
import type { Scoring } from './use-scoring.ts'

interface Props {
  readonly item: SheetItem
  readonly row: number
  readonly asked: readonly Rater[]
  readonly rater: Rater | undefined
  readonly scoring: Scoring
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
  /** Of the first item of a group. */
  readonly group?: { readonly name: string; readonly note: string; readonly span: number }
}

/** One item: what it is worth, what each gave, and why. */
export function ItemRow({ item, row, asked, rater, scoring, chosen, onChoose, group }: Props) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const text = textIn(item.text, locale)
  const open = () => onChoose(item.id)
  return (
    <tr data-selected={chosen} data-testid="item" data-code={item.code} onDoubleClick={open}>
      {group === undefined ? null : <th scope="rowgroup" rowSpan={group.span} className={styles.group}>{group.name}<small>{group.note}</small></th>}
      <td className={styles.item}>
        <button type="button" className={publicity.pick} aria-pressed={chosen} onClick={open} data-testid="open-item">{text}</button>
        {item.computed === null ? null : <button type="button" className={styles.figure} onClick={open} title={t(`indicator.${item.computed.indicator}`)} data-testid="figure">{item.computed.all === 0 ? t('sheet.nothing') : <>{t('item.figure')} <b>{item.computed.counts}/{item.computed.all}</b></>}</button>}
        {item.openObjections === 0 ? null : <small className={publicity.due}>{t('sheet.objection')}</small>}
      </td>
      <td className={styles.points} data-testid="points">{item.points}</td>
      <td className={styles.rule}>{textIn(item.rule, locale)}</td>
      {asked.map((one) => <td key={one} className={styles.score} data-active={one === rater}>{one === rater ? <ScoreCell item={item} row={row} rater={one} scoring={scoring} /> : <Given item={item} rater={one} />}</td>)}
      <td className={styles.final}>{item.final === null ? '—' : item.final.toFixed(2)}</td>
      <td className={styles.reason}><Reasons item={item} row={row} rater={rater} scoring={scoring} /></td>
      <td className={styles.evidence}><Button size="small" type={item.files === 0 ? 'text' : 'link'} icon={<PaperClipOutlined />} onClick={open} aria-label={t('item.evidence')} title={t('item.evidence')}>{item.files === 0 ? null : item.files}</Button></td>
    </tr>
  )
}

/** The score that counts of somebody whose turn it is not. */
function Given({ item, rater }: { item: SheetItem; rater: Rater }) {
  const score = item.given[rater]?.score ?? item.computed?.score
  return <>{score ?? (item.bonus ? 0 : '—')}<ComputedNote item={item} rater={rater} /></>
}

/** Where somebody changed what the register gives, that stands beside it. */
function ComputedNote({ item: { computed, given }, rater }: { item: SheetItem; rater: Rater }) {
  const { t } = useTranslation('assessment')
  if (computed === null) return null
  const own = given[rater]
  return own === null || own.score === computed.score ? null : <small className={publicity.due} title={t('sheet.overridden', { score: computed.score })}>{t('sheet.computed', { score: computed.score })}</small>
}

/** What was typed is no score of the item. */
function isWrong(item: SheetItem, scoring: Scoring): boolean {
  const { score } = scoring.shown(item)
  return score !== '' && readScore(score, item.points) === undefined
}

/** Esc brings back what was saved; where nothing was typed it goes on to whatever it closes. */
function giveUp(event: KeyboardEvent, item: SheetItem, scoring: Scoring): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing || !scoring.dirty(item)) return
  event.preventDefault()
  event.stopPropagation()
  scoring.discard(item)
}

function ScoreCell({ item, row, rater, scoring }: { item: SheetItem; row: number; rater: Rater; scoring: Scoring }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const { score } = scoring.shown(item)
  return (
    <>
      <input
        className={styles.input} inputMode="decimal" value={score} aria-label={t('sheet.score-of', { item: textIn(item.text, locale), rater: t(`rater.${rater}`) })} aria-invalid={isWrong(item, scoring)} data-row={row} data-column="score" data-testid="score"
        data-dirty={scoring.dirty(item)} onChange={(event) => scoring.type(item, { score: event.target.value })} onBlur={() => scoring.commit(item)} onKeyDown={(event) => giveUp(event, item, scoring)}
      />
      <ComputedNote item={item} rater={rater} />
    </>
  )
}

function Reasons({ item, row, rater, scoring }: { item: SheetItem; row: number; rater: Rater | undefined; scoring: Scoring }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const others = raters.filter((one) => one !== rater && (item.given[one]?.reason ?? '') !== '')
  const lack = rater === undefined ? null : item.lacks[rater]
  const failure = scoring.failureOf(item)
  return (
    <>
      {rater === undefined ? null : (
        <textarea
          className={styles.input} rows={1} value={scoring.shown(item).reason} maxLength={2000} placeholder={lack === null || lack === 'score' ? '' : t(`lack.${lack}`)} aria-label={t('sheet.reason-of', { item: textIn(item.text, locale) })} data-lack={lack ?? ''} title={lack === null ? undefined : t(`lack.${lack}`)}
          data-row={row} data-column="reason" data-testid="item-reason" data-dirty={scoring.dirty(item)} onChange={(event) => scoring.type(item, { reason: event.target.value })} onBlur={() => scoring.commit(item)} onKeyDown={(event) => giveUp(event, item, scoring)}
        />
      )}
      {others.map((one) => <small key={one} className={styles.other}>{t('reason.by', { rater: t(`rater.${one}`), reason: item.given[one]?.reason ?? '' })}</small>)}
      {rater !== undefined && isWrong(item, scoring) ? <small className={styles.wrong} role="alert">{t('sheet.invalid', { points: item.points })}</small> : null}
      {scoring.dirty(item) && !scoring.busy && !isWrong(item, scoring) ? <small className={publicity.due}>{t('sheet.unsaved')}</small> : null}
      <ErrorSentence failure={failure} />
    </>
  )
}
