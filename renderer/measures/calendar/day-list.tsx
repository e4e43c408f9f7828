import { CloseOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarCount } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useReturnedFocus } from '#renderer/components/use-returned-focus.ts'
import { answeringFor } from '../answering.ts'
import styles from './calendar.module.css'
import { dayParts, filterOf } from './day-parts.ts'
import type { DayPart } from './day-parts.ts'

interface Props { readonly day: string; readonly count: CalendarCount | undefined; readonly departmentIds: readonly string[]; readonly onOpen: (id: string) => void; readonly onClose: () => void }

/** Everything of one day: what waits, what was done, and what falls due again. */
export function DayList({ day, count, departmentIds, onOpen, onClose }: Props) {
  const { t } = useTranslation(['measures', 'grid'])
  const list = useRef<HTMLElement>(null)
  useReturnedFocus(list)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  const parts = dayParts.filter((part) => (count?.[part] ?? 0) > 0)
  return (
    <aside ref={list} className={styles.day} onKeyDown={onKeyDown} aria-label={day} data-testid="day-list" data-day={day}>
      <header className={styles.dayHead}>
        <h2>{t('calendar.day', { day, weekday: t(`calendar.weekday.${weekdayOf(day)}`) })}</h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('grid:panel.close')} title={t('grid:panel.close')} onClick={onClose} autoFocus />
      </header>
      <div className={styles.dayBody}>
        {parts.length === 0 ? <p className={styles.quiet}>{t('calendar.nothing')}</p> : parts.map((part) => <Part key={part} part={part} total={count?.[part] ?? 0} {...{ day, departmentIds, onOpen }} />)}
      </div>
    </aside>
  )
}

const weekdays = [7, 1, 2, 3, 4, 5, 6] as const
const weekdayOf = (day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 => weekdays[dayjs(day).day()] ?? 7

const pageSize = 50

function Part({ part, total, day, departmentIds, onOpen }: { part: DayPart; total: number; day: string; departmentIds: readonly string[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('measures')
  const client = useClient()
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['grid', 'day', part, day, ...departmentIds], initialPageParam: 0,
    queryFn: ({ pageParam }) => client.measures.list({ filter: filterOf(part, day, departmentIds), offset: pageParam, limit: pageSize }),
    getNextPageParam: (last) => (last.offset + last.rows.length < last.total ? last.offset + last.rows.length : undefined),
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section data-testid={`day-${part}`} data-ready={data !== undefined}>
      <h3>{t(`calendar.part.${part}`, { count: total })}</h3>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined && error === null ? <div className={styles.quiet}><Skeleton active title={false} paragraph={{ rows: Math.min(total, 3) }} /></div> : null}
      <ul className={styles.items}>
        {rows.map(({ id, content, ownerPostName, owner, departmentName, daysLate }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)} data-testid="day-item">
              <span>{content}</span>
              <small>{[departmentName, answeringFor({ ownerPostName, owner }), part === 'overdue' ? t('overdue.days', { count: daysLate }) : null].filter((text) => text !== null).join('　')}</small>
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage ? <Button type="link" className={styles.more ?? ''} loading={isFetching} onClick={() => void fetchNextPage()}>{t('calendar.more', { count: total - rows.length })}</Button> : null}
    </section>
  )
}
