import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskFilter } from '#shared/contract/adjustments.ts'
import { taskWorks } from '#shared/model/adjustments.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import styles from '#renderer/publicity/publicity.module.css'
import { Pages } from './pages.tsx'
import { SettleDialog } from './settle-dialog.tsx'

const pageSize = 100
const views = ['open', 'overdue', 'done', 'not-needed'] as const
type View = (typeof views)[number]

/** What has to be done again, by the day it is due; settled one by one or many at once. */
export function TasksPart({ only, onEverything }: { only: { id: string; title: string } | undefined; onEverything: () => void }) {
  const { t } = useTranslation('adjustments')
  const api = useApi()
  const departments = useDepartments()
  const [view, setView] = useState<View>('open')
  const [filter, setFilter] = useState<Pick<TaskFilter, 'departmentIds' | 'works'>>({})
  const [offset, setOffset] = useState(0)
  const [chosen, choose] = useState<readonly string[]>([])
  const asked: TaskFilter = { ...filter, ...(view === 'overdue' ? { overdue: true } : { states: [view] }), ...(only === undefined ? {} : { adjustmentId: only.id }) }
  const { data, error } = useQuery(api.adjustments.tasks.queryOptions({ input: { filter: asked, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const anew = (change: () => void) => { change(); setOffset(0); choose([]) }
  const filtered = only !== undefined || view !== 'open' || (filter.departmentIds?.length ?? 0) + (filter.works?.length ?? 0) > 0
  return (
    <section className={styles.part} data-testid="tasks" data-ready={data !== undefined} data-total={data?.total}>
      <div className={styles.head}>
        <Segmented<View> aria-label={t('filter.state')} value={view} onChange={(value) => anew(() => setView(value))} options={views.map((value) => ({ value, label: value === 'overdue' && (data?.overdue ?? 0) > 0 ? <span className={styles.late}>{t('tasks.overdue', { count: data?.overdue ?? 0 })}</span> : t(`state.${value}`) }))} />
        <Select mode="multiple" allowClear maxTagCount="responsive" style={{ width: 190 }} aria-label={t('filter.department')} placeholder={t('filter.department')} options={departments.choices} optionFilterProp="label" value={filter.departmentIds ?? []} onChange={(departmentIds: string[]) => anew(() => setFilter({ ...filter, departmentIds }))} />
        <Select mode="multiple" allowClear maxTagCount="responsive" style={{ width: 170 }} aria-label={t('filter.work')} placeholder={t('filter.work')} options={taskWorks.map((value) => ({ value, label: t(`work.${value}`) }))} value={filter.works ?? []} onChange={(works: Task['work'][]) => anew(() => setFilter({ ...filter, works }))} />
        {only === undefined ? null : <Tag closable onClose={() => anew(onEverything)}>{t('filter.adjustment', { title: only.title })}</Tag>}
        <span>{data === undefined ? null : t('tasks.total', { count: data.total })}</span>
      </div>
      <Settling chosen={chosen} onSettled={() => choose([])} />
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined ? null : data.total === 0 ? <EmptyState title={t('tasks.empty.title')} text={t(filtered ? 'tasks.no-match' : 'tasks.empty.text')} /> : <TaskTable rows={data.rows} chosen={chosen} onChoose={choose} />}
      <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
    </section>
  )
}

function Settling({ chosen, onSettled }: { chosen: readonly string[]; onSettled: () => void }) {
  const { t } = useTranslation('adjustments')
  const [state, setState] = useState<'done' | 'not-needed'>()
  if (chosen.length === 0) return null
  return (
    <div className={styles.buttons} data-testid="settling">
      <span className={styles.pair}>{t('settle.chosen', { count: chosen.length })}</span>
      <Button type="primary" onClick={() => setState('done')} data-testid="settle-done">{t('settle.done')}</Button>
      <Button onClick={() => setState('not-needed')} data-testid="settle-not-needed">{t('settle.not-needed')}</Button>
      {state === undefined ? null : <SettleDialog ids={chosen} state={state} onClose={() => setState(undefined)} onSettled={onSettled} />}
    </div>
  )
}

interface TableProps { readonly rows: readonly Task[]; readonly chosen: readonly string[]; readonly onChoose: (ids: readonly string[]) => void }

function TaskTable({ rows, chosen, onChoose }: TableProps) {
  const { t } = useTranslation('adjustments')
  const settles = useMay('adjustment.settle')
  const open = settles ? rows.filter(({ state }) => state === 'open').map(({ id }) => id) : []
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={t('tab.tasks')}>
        <thead>
          <tr>
            {open.length === 0 ? null : <th scope="col"><Checkbox aria-label={t('select.all')} checked={chosen.length === open.length} indeterminate={chosen.length > 0 && chosen.length < open.length} onChange={(event) => onChoose(event.target.checked ? open : [])} data-testid="choose-all" /></th>}
            {(['work', 'about', 'department', 'adjustment', 'dueOn', 'state'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((task) => (
            <tr key={task.id} data-testid="task">
              {open.length === 0 ? null : <td><Checkbox aria-label={t('select')} checked={chosen.includes(task.id)} disabled={task.state !== 'open'} onChange={(event) => onChoose(event.target.checked ? [...chosen, task.id] : chosen.filter((id) => id !== task.id))} /></td>}
              <TaskCells task={task} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TaskCells({ task }: { task: Task }) {
  const { t } = useTranslation('adjustments')
  return (
    <>
      <td className={styles.tight}>{t(`work.${task.work}`)}</td>
      <td>
        <Link to="/powers/$id" params={{ id: task.powerId }}>{task.powerName}</Link>
        {task.riskPointId === null ? null : <small><Link to="/risks" search={{ open: task.riskPointId }}>{t('point', { number: task.riskPointNumber ?? '', text: task.manifestation ?? '' })}</Link></small>}
      </td>
      <td className={styles.tight}>{task.departmentName}</td>
      <td>{task.adjustmentTitle}<small>{t(`kind.${task.adjustmentKind}`)}</small></td>
      <td className={styles.tight}>{task.overdue ? <span className={styles.late}>{task.dueOn}</span> : task.dueOn}</td>
      <td className={styles.tight}>{t(task.overdue ? 'state.overdue' : `state.${task.state}`)}<small>{task.settledBy}</small><small>{task.reason}</small></td>
    </>
  )
}
