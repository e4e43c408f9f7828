import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerRow } from '#shared/contract/powers.ts'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { sortOf } from '#renderer/app/search-params.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { PowerPanel } from './panel/power-panel.tsx'
import { usePowerColumns } from './power-columns.tsx'
import { usePowerRegister } from './power-register.ts'
import { powerFilterOf } from './search.ts'
import type { PowersSearch } from './search.ts'
import { usePowerFields } from './use-power-fields.ts'

const route = getRouteApi('/shell/powers')

/** The power catalogue as a list. */
export function PowersPage() {
  const { t } = useTranslation('powers')
  const search = route.useSearch()
  const mayImport = useMay('register.import')
  const navigate = route.useNavigate()
  const { filter, sort } = useListQuery(search)
  const register = usePowerRegister(filter, sort)
  const columns = usePowerColumns()
  const fields = usePowerFields(undefined)
  const onSearch = useCallback((change: Record<string, unknown>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  return (
    <EditingOf permission="power.edit">
      <ListPage<PowerRow>
        register={register} title={t('title')} columns={columns} search={search} sort={sort} onSearch={onSearch} exportOf={{ list: 'powers', filter }} newLabel={t('new')}
        chips={search.text === undefined ? [] : [{ param: 'text', label: t('chip.text', { text: search.text }) }]}
        bulkFields={[fields.departmentId, fields.postId, fields.typeCode, fields.discretion, fields.exercisedBy, fields.publicity, fields.statutoryLimit, fields.promisedLimit]}
        empty={<EmptyState title={t('empty.title')} text={t('empty.text')}>{mayImport ? <Link to="/import"><Button type="primary">{t('empty.import')}</Button></Link> : null}</EmptyState>}
        noMatch={<EmptyState title={t('no-match.title')} text={t('no-match.text')} />}
        panel={PowerPanel}
      />
    </EditingOf>
  )
}

/** The same filter and order as long as the address says the same, whatever record is open. */
function useListQuery(search: PowersSearch) {
  const { open: _open, ...query } = search
  const key = JSON.stringify(query)
  return useMemo(() => {
    const asked = JSON.parse(key) as PowersSearch
    return { filter: powerFilterOf(asked), sort: sortOf(asked.sort) }
  }, [key])
}
