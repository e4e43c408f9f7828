import type { KeyboardEvent } from 'react'
import { Fragment, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet, SheetItem } from '#shared/contract/assessment.ts'
import { ratersOf, textIn } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { sumOfPoints } from '#shared/model/assessment/scores.ts'
import { useLocale } from '#renderer/app/language.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { ItemRow } from './item-row.tsx'
import styles from './sheet.module.css'
import type { Scoring } from './use-scoring.ts'

interface Props { readonly sheet: Sheet; readonly rater: Rater | undefined; readonly scoring: Scoring; readonly chosen: string | undefined; readonly onChoose: (id: string) => void }

/** The form as the field knows it: 项目 考核内容 分值 评分标准 自评分 核准分 扣分原因, with evidence. */
export function ScoreTable({ sheet, rater, scoring, chosen, onChoose }: Props) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const table = useRef<HTMLTableElement>(null)
  const asked = ratersOf(sheet)
  let row = 0
  // Beside an open panel there is room for what is scored, not for what the panel says already.
  const narrow = chosen !== undefined
  const rowOf = (item: SheetItem, group?: { name: string; note: string; span: number }) => (
    <ItemRow key={item.id} item={item} row={row++} asked={asked} rater={rater} scoring={scoring} chosen={item.id === chosen} onChoose={onChoose} {...(group === undefined ? {} : { group })} />
  )
  return (
    <div className={`${publicity.sheet} ${styles.frame}`} data-narrow={narrow}>
      <table ref={table} className={`${publicity.table} ${styles.table}`} aria-label={t('sheet.label', { department: sheet.department.name })} onKeyDown={(event) => move(event, table.current)} data-testid="score-table">
        <thead>
          <tr>
            <th scope="col" className={styles.group}>{t('column.group')}</th><th scope="col" className={styles.item}>{t('column.item')}</th><th scope="col" className={styles.points}>{t('column.points')}</th><th scope="col" className={styles.rule}>{t('column.rule')}</th>
            {asked.map((one) => <th key={one} scope="col" className={styles.score} data-active={one === rater}>{t(`rater.${one}`)}<small>{sheet.weights[one]}%</small></th>)}
            <th scope="col" className={styles.final}>{t('column.final')}</th><th scope="col" className={styles.reason}>{t('column.reason')}</th><th scope="col" className={styles.evidence}>{t('column.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.groups.map(({ code, name, items }) => <Fragment key={code}>{items.map((item, at) => rowOf(item, at > 0 ? undefined : { name: textIn(name, locale), note: t('editor.group-points', { points: sumOfPoints(items) }), span: items.length }))}</Fragment>)}
          <tr className={styles.sums} data-testid="sums">
            <th scope="row" colSpan={2}>{t('sheet.total')}</th><td className={styles.points}>{sheet.total}</td><td className={styles.rule} />
            {asked.map((one) => <td key={one} className={styles.score}>{sheet.sums[one].toFixed(2)}</td>)}
            <td className={styles.final}>{sheet.result === null ? '—' : sheet.result.base.toFixed(2)}</td><td className={styles.reason} /><td className={styles.evidence} />
          </tr>
          {sheet.bonus.map((item, at) => rowOf(item, at > 0 ? undefined : { name: t('sheet.bonus'), note: t('sheet.bonus.ceiling', { ceiling: sheet.ceiling }), span: sheet.bonus.length }))}
        </tbody>
      </table>
    </div>
  )
}

/** Enter and the arrows up and down go from row to row; left and right leave a cell at the ends of its text. */
function move(event: KeyboardEvent<HTMLTableElement>, table: HTMLTableElement | null): void {
  const { target, key } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  const [row, column] = [Number(target.dataset['row']), target.dataset['column']]
  const [start, end] = [target.selectionStart ?? 0, target.selectionEnd ?? 0]
  const multiline = target instanceof HTMLTextAreaElement && target.value.includes('\n')
  const by = key === 'Enter' && !event.shiftKey ? 1 : multiline ? 0 : key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  const aside = key === 'ArrowRight' && start === target.value.length && column === 'score' ? 'reason' : key === 'ArrowLeft' && start === 0 && end === 0 && column === 'reason' ? 'score' : undefined
  if (by === 0 && aside === undefined) return
  event.preventDefault()
  const next = table?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-row="${row + by}"][data-column="${aside ?? column ?? ''}"]`)
  if (next === null || next === undefined) target.blur()
  else {
    next.focus()
    next.select()
  }
}
