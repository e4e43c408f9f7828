import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { NavigateOptions } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { screensFor } from '#renderer/app/routes.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { answeringFor } from '#renderer/measures/answering.ts'

export interface Find {
  readonly key: string
  readonly group: string
  readonly label: string
  readonly note?: ReactNode
  readonly to: NavigateOptions
}

/** How many of each kind are shown before the list itself is offered. */
const shown = 5

/** What a word leads to: screens by their names, records by the register's own search. */
export function useFinds(text: string): { finds: Find[]; searching: boolean } {
  const { t } = useTranslation('shell')
  const api = useApi()
  const options = { enabled: text !== '', placeholderData: text === '' ? undefined : keepPreviousData }
  const input = { filter: { text }, limit: shown }
  const powers = useQuery(api.powers.list.queryOptions({ input, ...options }))
  const risks = useQuery(api.risks.list.queryOptions({ input, ...options }))
  const measures = useQuery(api.measures.list.queryOptions({ input, ...options }))
  const screenFinds = screensFor(useMayAny())
    .map(({ path, name }): Find => ({ key: path, group: t('search.screens'), label: t(`nav.${name}`), to: { to: path } }))
    .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
  if (text === '') return { finds: screenFinds, searching: false }
  const all = (list: '/powers' | '/risks' | '/measures', group: string, total = 0): Find[] =>
    (total > shown ? [{ key: `${list}-all`, group, label: t('search.more', { total }), to: { to: list, search: { text } } }] : [])
  const finds: Find[] = [
    ...screenFinds,
    ...(powers.data?.rows ?? []).map((row): Find => ({ key: row.id, group: t('nav.powers'), label: row.name, note: row.code ?? row.departmentName, to: { to: '/powers', search: { text, open: row.id } } })),
    ...all('/powers', t('nav.powers'), powers.data?.total),
    ...(risks.data?.rows ?? []).map((row): Find => ({ key: row.id, group: t('nav.risks'), label: row.manifestation, note: <GradeTag code={row.gradeCode} />, to: { to: '/risks', search: { text, open: row.id } } })),
    ...all('/risks', t('nav.risks'), risks.data?.total),
    ...(measures.data?.rows ?? []).map((row): Find => ({ key: row.id, group: t('nav.measures'), label: row.content, note: answeringFor(row), to: { to: '/measures', search: { text, open: row.id } } })),
    ...all('/measures', t('nav.measures'), measures.data?.total),
  ]
  return { finds, searching: [powers, risks, measures].some(({ isFetching }) => isFetching) }
}
