import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Skeleton } from 'antd'
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, Ref, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { RowSource } from '#renderer/components/grid/index.ts'
import { useEvent } from '#renderer/components/grid/use-event.ts'
import { useVisibleRows } from '#renderer/components/grid/use-visible-rows.ts'
import type { VisibleRows } from '#renderer/components/grid/use-visible-rows.ts'
import styles from '../review.module.css'
import { localToday } from '#renderer/app/local-time.ts'
import { QueueRow, queueRowHeight } from './queue-row.tsx'
import { isPicked, pickRange, rangeOf, togglePicked } from './queue-selection.ts'
import type { Picked } from './queue-selection.ts'

export interface QueueHandle {
  readonly step: (by: 1 | -1) => void
  readonly focus: () => void
  /** The entry to go on with once this one is gone: the next one, at the end the one before. */
  readonly after: (id: string) => string | undefined
}

interface Props {
  readonly source: RowSource<RiskRow>
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly picked: Picked
  readonly onPicked: (picked: Picked) => void
  readonly onTotal: (total: number | undefined) => void
  readonly handle: Ref<QueueHandle>
  readonly empty: ReactNode
}

/** The entries that wait, one below the other; only those in sight are drawn. */
export function Queue({ source, openId, onOpen, picked, onPicked, onTotal, handle, empty }: Props) {
  const { t } = useTranslation(['review', 'common'])
  const scroller = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- its answers change with scrolling and are read in each render, never remembered
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => queueRowHeight, overscan: 6 })
  const items = virtualizer.getVirtualItems()
  const rows = useVisibleRows(source, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  if (rows.total !== undefined && rows.total !== count) setCount(rows.total)
  const [now] = useState(() => Date.now())
  const today = useMemo(() => localToday(new Date(now)), [now])
  const [last, setLast] = useState(0)
  const cursor = indexOf(rows, openId, { last, count })
  if (cursor !== undefined && cursor !== last) setLast(cursor)

  const go = useEvent((index: number) => {
    const row = rows.at(index)
    if (row === undefined) return
    virtualizer.scrollToIndex(index, { align: 'auto' })
    onOpen(row.id)
  })
  useEffect(() => { onTotal(rows.total) }, [onTotal, rows.total])
  // Somebody who comes to the desk has the first entry before him.
  const first = rows.at(Math.min(last, Math.max(0, count - 1)))?.id ?? rows.at(0)?.id
  useEffect(() => { if (openId === undefined && rows.ready && first !== undefined) onOpen(first) }, [openId, rows.ready, first, onOpen])
  useImperativeHandle(handle, () => ({
    step: (by) => go(Math.max(0, Math.min(count - 1, (cursor ?? last) + by))),
    focus: () => scroller.current?.focus(),
    after: (id) => {
      const at = indexOf(rows, id, { last, count })
      return at === undefined ? undefined : (rows.at(at + 1) ?? rows.at(at - 1))?.id
    },
  }), [go, count, cursor, last, rows])

  const range = async (index: number) => {
    const { from, to } = rangeOf(picked, index, cursor ?? last)
    const chosen = await source.between(from, to)
    onPicked(pickRange(picked, chosen.map(({ id }) => id), from === index ? to : from))
  }
  const onRow = (event: MouseEvent, row: RiskRow, index: number, box: boolean) => {
    if (event.shiftKey) void range(index)
    else if (box || event.ctrlKey || event.metaKey) onPicked(togglePicked(picked, row.id, index))
    else go(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = cursor === undefined ? undefined : rows.at(cursor)
    if (event.key === ' ' && row !== undefined && cursor !== undefined) { event.preventDefault(); onPicked(togglePicked(picked, row.id, cursor)) }
    const far = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : undefined
    if (far !== undefined) { event.preventDefault(); go(far) }
  }
  return (
    <div
      ref={scroller} className={styles.rows} role="listbox" tabIndex={0} aria-multiselectable="true" aria-label={t('queue')} aria-activedescendant={openId === undefined ? undefined : `queue-${openId}`}
      onKeyDown={onKeyDown} data-testid="queue" data-ready={rows.ready} data-total={rows.total}
    >
      {rows.failure === undefined ? null : <div className={styles.skeleton}><ErrorSentence failure={rows.failure} /><Button onClick={rows.retry}>{t('common:retry')}</Button></div>}
      {rows.total === undefined && rows.failure === undefined ? <div className={styles.skeleton}><Skeleton active paragraph={{ rows: 6 }} /></div> : null}
      {rows.total === 0 ? empty : null}
      <div className={styles.space} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index }) => {
          const row = rows.at(index)
          return row === undefined ? null : (
            <QueueRow
              key={row.id} row={row} index={index} selected={row.id === openId} picked={isPicked(picked, row.id)} today={today} now={now}
              onClick={(event) => onRow(event, row, index, false)} onPick={(event) => onRow(event, row, index, true)}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Where an entry stands in the list, as far as it is loaded; looked for first where it stood last. */
function indexOf(rows: VisibleRows<RiskRow>, id: string | undefined, { last, count }: { last: number; count: number }): number | undefined {
  if (id === undefined) return undefined
  for (const near of [last, last + 1, last - 1]) if (rows.at(near)?.id === id) return near
  for (let index = 0; index < Math.min(count, 100); index++) if (rows.at(index)?.id === id) return index
  for (let index = Math.max(0, last - 200); index < Math.min(count, last + 200); index++) if (rows.at(index)?.id === id) return index
  return undefined
}
