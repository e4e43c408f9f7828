import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarCount, MeasureRow } from '#shared/contract/measures.ts'
import { useKeptFocus } from '#renderer/components/charts/use-kept-focus.ts'
import { useRovingGrid } from '#renderer/components/charts/use-roving-grid.ts'
import styles from './calendar.module.css'
import type { Month } from './use-month.ts'

interface Props {
  readonly month: Month
  readonly today: string
  readonly open: string | undefined
  readonly onOpen: (day: string) => void
  /** Leaves for another month, by so many months. */
  readonly onTurn: (months: number) => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A month as a sheet; the arrows move from day to day, Page Up and Page Down from month to month, Enter opens a day. */
export function MonthGrid({ month, today, open, onOpen, onTurn }: Props) {
  const { t } = useTranslation('measures')
  const grid = useRovingGrid(month.weeks.map((week) => week.length))
  const keptFocus = useKeptFocus()
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = { PageUp: -1, PageDown: 1 }[event.key]
    if (turn === undefined) return grid.onKeyDown(event)
    event.preventDefault()
    onTurn(turn)
  }
  return (
    <table ref={keptFocus} className={styles.month} role="grid" aria-label={t('calendar.label', { month: month.month })} onKeyDown={onKeyDown} onFocus={grid.onFocus} data-testid="calendar" data-ready={month.ready} data-month={month.month}>
      <thead><tr>{weekdays.map((weekday) => <th key={weekday} scope="col">{t(`calendar.weekday.${weekday}`)}</th>)}</tr></thead>
      <tbody>
        {month.weeks.map((week, row) => (
          <tr key={week[0]}>
            {week.map((day, cell) => (
              <td key={day} role="gridcell" data-outside={!day.startsWith(month.month)} data-today={day === today} data-rest={isRest(day, cell, month)} aria-selected={open === day}>
                <button type="button" {...grid.cellProps(row, cell)} onClick={() => onOpen(day)} data-testid={`day-${day}`}>
                  <DayHead day={day} holiday={month.holidays.get(day)} />
                  <Counts count={month.counts.get(day)} />
                  <Waiting rows={month.waiting.get(day) ?? []} />
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isRest = (day: string, weekday: number, { holidays }: Month): boolean => {
  const kind = holidays.get(day)?.kind
  return kind === 'off' || (weekday > 4 && kind !== 'worked')
}

function DayHead({ day, holiday }: { day: string; holiday: { readonly kind: 'off' | 'worked'; readonly name: string } | undefined }) {
  const { t } = useTranslation('measures')
  return (
    <span className={styles.head}>
      <b>{Number(day.slice(8))}</b>
      {holiday === undefined ? null : <span title={holiday.name}><i data-kind={holiday.kind}>{t(`calendar.${holiday.kind}`)}</i>{holiday.name}</span>}
    </span>
  )
}

/** In words and figures, so that no colour has to tell them apart. */
function Counts({ count }: { count: CalendarCount | undefined }) {
  const { t } = useTranslation('measures')
  if (count === undefined) return null
  return (
    <span className={styles.counts}>
      {(['overdue', 'due', 'done', 'planned'] as const).filter((kind) => count[kind] > 0).map((kind) => <span key={kind} data-kind={kind}>{t(`calendar.count.${kind}`, { count: count[kind] })}</span>)}
    </span>
  )
}

function Waiting({ rows }: { rows: readonly MeasureRow[] }) {
  return <span className={styles.waiting}>{rows.slice(0, 2).map(({ id, content }) => <span key={id} title={content}>{content}</span>)}</span>
}
