import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { disposalStates } from '#shared/model/warnings/disposal.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { isFiltered } from './filter.ts'
import type { WarningsSearch } from './search.ts'
import { useWarningWords } from './use-warning-words.ts'

const route = getRouteApi('/shell/warnings')
const views = ['open', 'closed', 'all'] as const
type Several = 'state' | 'level' | 'rule' | 'source' | 'department'

/** By state, level, rule, source and department; in the address, so that it can be kept and sent. */
export function SheetFilters({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('warnings')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const departments = useDepartments()
  const { levels, rules, sources } = useWarningWords()
  const show = (change: Partial<WarningsSearch>) => { onChanged(); void navigate({ search: { ...search, open: undefined, ...change } }) }
  const several = (key: Several, width: number, options: readonly { value: string; label: string }[]) => (
    <Select
      mode="multiple" allowClear maxTagCount="responsive" popupMatchSelectWidth={false} style={{ width }} aria-label={t(`filter.${key}`)} placeholder={t(`filter.${key}`)} options={[...options]} optionFilterProp="label"
      value={search[key] ?? []} onChange={(codes: string[]) => show({ [key]: codes.length === 0 ? undefined : codes })} data-testid={`filter-${key}`}
    />
  )
  return (
    <>
      <Segmented<'open' | 'closed' | 'all'>
        aria-label={t('filter.view')} value={search.view ?? 'open'} options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(view) => show({ view: view === 'open' ? undefined : view, state: undefined, overdue: undefined, cleared: undefined })}
      />
      {several('state', 118, disposalStates.map((value) => ({ value, label: t(`state.${value}`) })))}
      {several('level', 96, levels.map(({ code, label }) => ({ value: code, label })))}
      {several('rule', 150, [...rules, { value: '', label: t('filter.by-hand') }])}
      {several('source', 118, sources)}
      {several('department', 128, [...departments.choices, { value: '', label: t('filter.no-department') }])}
      {isFiltered(search) ? <Button type="link" onClick={() => { onChanged(); void navigate({ search: {} }) }} data-testid="clear-filter">{t('filter.clear')}</Button> : null}
    </>
  )
}
