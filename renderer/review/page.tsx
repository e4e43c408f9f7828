import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { sortOf } from '#renderer/app/search-params.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRowSource } from '#renderer/components/grid/index.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { BatchBar } from './batch/batch-bar.tsx'
import { useBatch } from './batch/use-batch.tsx'
import { DeskPanel } from './desk/desk-panel.tsx'
import type { DeskKeys } from './desk/desk-panel.tsx'
import { FiguresBar } from './figures-bar.tsx'
import { figuresOf } from './figures.ts'
import { KeyHelp } from './key-help.tsx'
import { Queue } from './queue/queue.tsx'
import type { QueueHandle } from './queue/queue.tsx'
import { nonePicked, pickAll, pickedCount, selectionOf } from './queue/queue-selection.ts'
import type { Picked } from './queue/queue-selection.ts'
import { ReviewFrame } from './review-frame.tsx'
import styles from './review.module.css'
import { reviewFilterOf } from './search.ts'
import type { Asked, ReviewSearch } from './search.ts'
import { useReviewKeys } from './use-review-keys.ts'

const route = getRouteApi('/shell/review')

/** What waits for a person's judgement, and the desk on which it is judged. */
export function ReviewPage() {
  const { t } = useTranslation('review')
  const api = useApi()
  const { data: mine, error } = useQuery(api.review.mine.queryOptions())
  return (
    <ReviewFrame title={t('title')}>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {mine === undefined ? null : <Desk mine={mine} figures={figuresOf(mine)} />}
    </ReviewFrame>
  )
}

type Mine = Asked & Parameters<typeof FiguresBar>[0]['marks'] & { readonly counts: readonly { readonly entryState: EntryState; readonly points: number }[] }

function Desk({ mine, figures }: { mine: Mine; figures: ReturnType<typeof figuresOf> }) {
  const { t } = useTranslation('review')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const client = useClient()
  const { filter, sort, query } = useQueueQuery(search, mine)
  const source = useRowSource<RiskRow>({ name: 'review', query, load: useCallback((range) => client.risks.list({ ...range, filter, sort }), [client, filter, sort]) })
  const [picked, setPicked] = useState<Picked>(nonePicked)
  const [total, setTotal] = useState<number>()
  const [helping, setHelping] = useState(false)
  const queue = useRef<QueueHandle>(null)
  const desk = useRef<DeskKeys>(null)
  const onSearch = useCallback((change: Partial<ReviewSearch>) => { setPicked(nonePicked); void navigate({ search: (old) => ({ ...old, open: undefined, ...change }), replace: true }) }, [navigate])
  const open = useCallback((id: string | undefined) => void navigate({ search: (old) => ({ ...old, open: id }), replace: true }), [navigate])
  const batch = useBatch({ onDone: () => { setPicked(nonePicked); queue.current?.focus() }, onOpen: open })
  const goOn = (id: string) => {
    open(queue.current?.after(id))
    queue.current?.focus()
  }
  const step = (by: 1 | -1) => { queue.current?.step(by); queue.current?.focus() }
  useReviewKeys({
    'J': () => step(1), 'ArrowDown': () => step(1), 'K': () => step(-1), 'ArrowUp': () => step(-1),
    'Enter': () => desk.current?.focus(), 'Escape': () => { if (picked !== nonePicked) setPicked(nonePicked); queue.current?.focus() },
    'P': () => desk.current?.decide('pass'), 'R': () => desk.current?.decide('return'), 'U': () => desk.current?.decide('raise'), 'L': () => desk.current?.decide('lower'), 'S': () => desk.current?.decide('score'),
    'C': () => desk.current?.comment(), '?': () => setHelping(true), 'Ctrl+A': () => setPicked(pickAll(new Date().toISOString())),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => desk.current?.tick(number - 1)])),
  })
  const count = pickedCount(picked, total ?? 0)
  const pickedRows = picked.kind === 'some' ? [...picked.ids].flatMap((id) => source.known(id) ?? []) : []
  const present = new Set(mine.counts.filter(({ points }) => points > 0).map(({ entryState }) => entryState))
  const states = picked.kind === 'all' ? (filter.entryStates ?? pendingStates).filter((state) => present.has(state)) : [...new Set(pickedRows.map(({ entryState }) => entryState))]
  return (
    <>
      <FiguresBar figures={figures} marks={mine} search={search} onSearch={onSearch} />
      <div className={styles.main}>
        <section className={styles.queue} aria-label={t('queue')}>
          {count > 0 || picked.kind === 'all' ? (
            <BatchBar
              count={count} total={total ?? 0} whole={picked.kind === 'all'} states={states} onWhole={() => setPicked(pickAll(new Date().toISOString()))} onClear={() => setPicked(nonePicked)}
              onOrder={(order, title) => void batch.run(order, selectionOf(picked, { filter, revisionOf: (id) => source.known(id)?.revision }), title)}
            />
          ) : <QueueTools search={search} onSearch={onSearch} />}
          <Queue
            source={source} openId={search.open} onOpen={open} picked={picked} onPicked={setPicked} onTotal={setTotal} handle={queue}
            empty={<EmptyState title={t(search.view === undefined ? 'empty.title' : 'no-match.title')} text={t(search.view === undefined ? 'empty.text' : 'no-match.text')} />}
          />
          <div className={styles.foot}><span>{total === undefined ? null : t('queue.total', { count: total })}</span><button type="button" onClick={() => setHelping(true)} data-testid="show-keys">{t('keys.show')}</button></div>
        </section>
        {search.open === undefined ? null : <DeskPanel key={search.open} id={search.open} keys={desk} onDecided={goOn} onLeave={() => queue.current?.focus()} onOpen={open} />}
      </div>
      {batch.dialogs}
      {helping ? <KeyHelp onClose={() => { setHelping(false); requestAnimationFrame(() => queue.current?.focus()) }} /> : null}
    </>
  )
}

/** The same filter and order as long as the address and the person's reach say the same. */
function useQueueQuery({ open: _open, ...search }: ReviewSearch, { states, departmentIds, roles }: Asked) {
  const key = JSON.stringify([search, states, departmentIds, roles])
  return useMemo(() => {
    const [asked, mine, departments, own] = JSON.parse(key) as [ReviewSearch, Asked['states'], string[] | null, Asked['roles']]
    const filter = reviewFilterOf(asked, { states: mine, departmentIds: departments, roles: own })
    const sort = sortOf(asked.sort) ?? { column: 'reviewDue' as const, direction: 'asc' as const }
    return { filter, sort, query: { filter, sort } }
  }, [key])
}

function QueueTools({ search, onSearch }: { search: ReviewSearch; onSearch: (change: Partial<ReviewSearch>) => void }) {
  const { t } = useTranslation(['review', 'grid'])
  const departments = useDepartments()
  const [text, setText] = useState(search.text ?? '')
  const sorts = ['reviewDue.asc', 'reviewSince.asc', 'grade.desc', 'number.asc'] as const
  return (
    <div className={styles.tools}>
      <Input
        prefix={<SearchOutlined />} value={text} allowClear maxLength={200} placeholder={t('queue.search')} aria-label={t('queue.search')} data-testid="queue-search"
        onChange={(event) => { setText(event.target.value); if (event.target.value === '') onSearch({ text: undefined }) }} onPressEnter={() => onSearch({ text: text.trim() === '' ? undefined : text.trim() })}
      />
      <Select aria-label={t('queue.sort')} value={search.sort ?? 'reviewDue.asc'} options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))} onChange={(sort) => onSearch({ sort })} data-testid="queue-sort" />
      <Select
        aria-label={t('queue.department')} mode="multiple" maxTagCount="responsive" allowClear placeholder={t('queue.department')} value={search.department ?? []} options={departments.choices} optionFilterProp="label"
        onChange={(chosen: string[]) => onSearch({ department: chosen.length === 0 ? undefined : chosen })} data-testid="queue-department"
      />
    </div>
  )
}
