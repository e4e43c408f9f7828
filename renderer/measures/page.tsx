import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureRow } from '#shared/contract/measures.ts'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { sortOf } from '#renderer/app/search-params.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { CalendarView } from './calendar/calendar-view.tsx'
import { useMeasureColumns } from './measure-columns.tsx'
import { useMeasureRegister } from './measure-register.ts'
import { OverdueGroups } from './overdue/overdue-groups.tsx'
import { overdueColumns } from './overdue/overdue-columns.ts'
import { MeasurePanel } from './panel/measure-panel.tsx'
import { measureFilterOf } from './search.ts'
import type { MeasuresSearch } from './search.ts'
import { useMeasureFields } from './use-measure-fields.ts'
import { MeasureViews } from './views.tsx'

const route = getRouteApi('/shell/measures')

/** The control measures: all of them, by day, or what is late. */
export function MeasuresPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback((change: Record<string, unknown>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  return <EditingOf permission="measure.edit">{search.view === 'calendar' ? <CalendarView search={search} onSearch={onSearch} /> : <MeasureList key={search.view} search={search} onSearch={onSearch} />}</EditingOf>
}

/** The list of control measures, whole or what is overdue of it. */
function MeasureList({ search, onSearch }: { search: MeasuresSearch; onSearch: (change: Record<string, unknown>) => void }) {
  const { t } = useTranslation('measures')
  const late = search.view === 'overdue'
  const mayImport = useMay('register.import')
  const { filter, sort, shown } = useListQuery(search)
  const register = useMeasureRegister(filter, sort, late ? 'overdue' : 'measures')
  const columns = useMeasureColumns()
  const fields = useMeasureFields()
  const shownColumns = useMemo(() => (late ? overdueColumns(columns) : columns), [late, columns])
  const chips = [
    ...(search.text === undefined ? [] : [{ param: 'text', label: t('chip.text', { text: search.text }) }]),
    ...(search.risk === undefined ? [] : [{ param: 'risk', label: t('chip.risk') }]),
    ...(search.ownerName === undefined ? [] : [{ param: 'ownerName', label: t('chip.owner', { name: search.ownerName }) }]),
    ...(search.hasOwner === undefined ? [] : [{ param: 'hasOwner', label: t(search.hasOwner ? 'chip.owner.yes' : 'chip.owner.no') }]),
  ]
  return (
    <ListPage<MeasureRow>
      register={register} title={t(late ? 'overdue.title' : 'title')} columns={shownColumns} search={shown} sort={sort} onSearch={onSearch} chips={chips} exportOf={{ list: 'measures', filter }} newLabel={t('new')}
      bulkFields={[fields.departmentId, fields.kindCode, fields.ownerPostId, fields.owner, fields.term, fields.dueOn, fields.frequency, fields.progress]}
      empty={late
        ? <EmptyState title={t('overdue.empty.title')} text={t('overdue.empty.text')} />
        : <EmptyState title={t('empty.title')} text={t('empty.text')}>{mayImport ? <Link to="/import"><Button type="primary">{t('empty.import')}</Button></Link> : null}</EmptyState>}
      noMatch={<EmptyState title={t('no-match.title')} text={t('no-match.text')} />}
      views={<MeasureViews view={search.view} />} aside={late ? <OverdueGroups search={search} onSearch={onSearch} /> : undefined}
      panel={MeasurePanel}
    />
  )
}

/**
 * The same filter and order as long as the address says the same, whatever record is open. What is late is listed from
 * the longest overdue on; of its address only what narrows it counts as a filter.
 */
function useListQuery({ open, view, month: _month, day: _day, ...query }: MeasuresSearch) {
  const late = view === 'overdue'
  const key = JSON.stringify({ ...query, overdue: late || query.overdue })
  const { filter, sort, narrowed } = useMemo(() => {
    const asked = JSON.parse(key) as MeasuresSearch
    const { overdue: _late, ...others } = asked
    return { filter: measureFilterOf(asked), sort: sortOf(asked.sort) ?? (late ? longestOverdue : undefined), narrowed: late ? others : asked }
  }, [key, late])
  return { filter, sort, shown: { ...narrowed, open } }
}

const longestOverdue = { column: 'dueOn', direction: 'asc' } as const
