import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { sortOf } from '#renderer/app/search-params.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { usePosts } from '#renderer/components/use-departments.ts'
import { RiskPanel } from './panel/risk-panel.tsx'
import { useRiskColumns } from './risk-columns.tsx'
import { useRiskRegister } from './risk-register.ts'
import { riskFilterOf } from './search.ts'
import type { RisksSearch } from './search.ts'
import { SelectionOrders } from '#renderer/review/writer/selection-orders.tsx'
import { SubmitList } from '#renderer/review/writer/submit-list.tsx'
import { useAccept } from './use-accept.ts'
import { useRiskFields } from './use-risk-fields.tsx'

const route = getRouteApi('/shell/risks')
const noPower = { name: undefined, steps: [] }

/** The list of risk points. */
export function RisksPage() {
  const { t } = useTranslation('risks')
  const search = route.useSearch()
  const mayImport = useMay('register.import')
  const navigate = route.useNavigate()
  const { filter, sort } = useListQuery(search)
  const register = useRiskRegister(filter, sort)
  const columns = useRiskColumns()
  const chips = useChips(search)
  const fields = useRiskFields(null, noPower)
  const confirm = useConfirm()
  const { accept, work } = useAccept()
  const mayEdit = useMay('entry.edit')
  const mayTakeOver = useMay('entry.take-over')
  const onSearch = useCallback((change: Record<string, unknown>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  return (
    <>
      <EditingOf permission="entry.edit">
        <ListPage<RiskRow>
          register={register} title={t('title')} columns={columns} search={search} sort={sort} onSearch={onSearch} chips={chips} exportOf={{ list: 'risks', filter }} newLabel={t('new')}
          bulkFields={[fields.departmentId, fields.postId, fields.categoryCode, fields.directOwner, fields.departmentHead, fields.responsibleLeader]}
          empty={<EmptyState title={t('empty.title')} text={t('empty.text')}>{mayImport ? <Link to="/import"><Button type="primary">{t('empty.import')}</Button></Link> : null}</EmptyState>}
          noMatch={<EmptyState title={t('no-match.title')} text={t('no-match.text')} />}
          rowMenu={(rows, done) => [
            ...(mayEdit ? [{ key: 'confirm', label: rows.length > 1 ? t('confirm.many', { count: rows.length }) : t('confirm.do'), disabled: rows.every(({ confirmCode }) => confirmCode === null), onClick: () => void confirm(rows, done) }] : []),
            ...(mayTakeOver ? [{ key: 'accept', label: t('accept.do'), disabled: rows.every(({ gradingStage }) => gradingStage !== 'declared'), onClick: () => void accept(rows.map(({ id }) => id)) }] : []),
          ]}
          listActions={<SubmitList filter={filter} />}
          renderSelectionActions={(rows, done) => (
            <>
              <SelectionOrders rows={rows} onDone={done} />
              {mayEdit ? <Button onClick={() => void confirm(rows(), done)} data-testid="confirm-selected">{t('confirm.do')}</Button> : null}
              {mayTakeOver ? <Button onClick={() => void accept(rows().map(({ id }) => id))} data-testid="accept-selected">{t('accept.do')}</Button> : null}
            </>
          )}
          panel={RiskPanel}
        />
      </EditingOf>
      <LongWorkDialog work={work} title={t('accept.running')} inParts />
    </>
  )
}

/** The same filter and order as long as the address says the same, whatever record is open. */
function useListQuery(search: RisksSearch) {
  const { open: _open, ...query } = search
  const key = JSON.stringify(query)
  return useMemo(() => {
    const asked = JSON.parse(key) as RisksSearch
    return { filter: riskFilterOf(asked), sort: sortOf(asked.sort) }
  }, [key])
}

function useChips(search: RisksSearch) {
  const { t } = useTranslation(['risks', 'common'])
  const api = useApi()
  const posts = usePosts()
  const power = useQuery(api.powers.get.queryOptions({ input: { id: search.power ?? '' }, enabled: search.power !== undefined }))
  return [
    ...(search.text === undefined ? [] : [{ param: 'text', label: t('chip.text', { text: search.text }) }]),
    ...(search.power === undefined ? [] : [{ param: 'power', label: t('chip.power', { name: power.data?.name ?? '…' }) }]),
    ...(search.post === undefined ? [] : [{ param: 'post', label: t('chip.post', { name: search.post.map((id) => posts.find(({ value }) => value === id)?.label ?? id).join(t('common:listSeparator')) }) }]),
    ...(search.likelihood === undefined ? [] : [{ param: 'likelihood', label: t('chip.likelihood', { value: search.likelihood }) }]),
    ...(search.consequence === undefined ? [] : [{ param: 'consequence', label: t('chip.consequence', { value: search.consequence }) }]),
  ]
}

function useConfirm(): (rows: readonly RiskRow[], done: () => void) => Promise<void> {
  const { t } = useTranslation('risks')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  return async (rows, done) => {
    const ids = rows.filter(({ confirmCode }) => confirmCode !== null).map(({ id }) => id)
    if (ids.length === 0) { void message.info(t('confirm.none')); return }
    try {
      const { confirmed } = await client.risks.confirm({ ids })
      await refresh()
      done()
      void message.success(t('confirm.done', { count: confirmed }))
    } catch (error) {
      fail(error)
    }
  }
}
