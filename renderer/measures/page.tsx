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
import { useMeasureColumns } from './measure-columns.tsx'
import { useMeasureRegister } from './measure-register.ts'
import { MeasurePanel } from './panel/measure-panel.tsx'
import { measureFilterOf } from './search.ts'
import type { MeasuresSearch } from './search.ts'
import { useMeasureFields } from './use-measure-fields.ts'

const route = getRouteApi('/shell/measures')

/** The list of control measures. */
export function MeasuresPage() {
  const { t } = useTranslation('measures')
  const search = route.useSearch()
  const mayImport = useMay('register.import')
  const navigate = route.useNavigate()
  const { filter, sort } = useListQuery(search)
  const register = useMeasureRegister(filter, sort)
  const columns = useMeasureColumns()
  const fields = useMeasureFields()
  const onSearch = useCallback((change: Record<string, unknown>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  const chips = [
    ...(search.text === undefined ? [] : [{ param: 'text', label: t('chip.text', { text: search.text }) }]),
    ...(search.risk === undefined ? [] : [{ param: 'risk', label: t('chip.risk') }]),
    ...(search.hasOwner === undefined ? [] : [{ param: 'hasOwner', label: t(search.hasOwner ? 'chip.owner.yes' : 'chip.owner.no') }]),
  ]
  return (
    <EditingOf permission="measure.edit">
      <ListPage<MeasureRow>
        register={register} title={t('title')} columns={columns} search={search} sort={sort} onSearch={onSearch} chips={chips} exportOf={{ list: 'measures', filter }} newLabel={t('new')}
        bulkFields={[fields.departmentId, fields.kindCode, fields.owner, fields.term, fields.dueOn, fields.progress]}
        empty={<EmptyState title={t('empty.title')} text={t('empty.text')}>{mayImport ? <Link to="/import"><Button type="primary">{t('empty.import')}</Button></Link> : null}</EmptyState>}
        noMatch={<EmptyState title={t('no-match.title')} text={t('no-match.text')} />}
        panel={MeasurePanel}
      />
    </EditingOf>
  )
}

/** The same filter and order as long as the address says the same, whatever record is open. */
function useListQuery(search: MeasuresSearch) {
  const { open: _open, ...query } = search
  const key = JSON.stringify(query)
  return useMemo(() => {
    const asked = JSON.parse(key) as MeasuresSearch
    return { filter: measureFilterOf(asked), sort: sortOf(asked.sort) }
  }, [key])
}
