import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import type { Choice } from './use-vocabulary.ts'

/** Departments in the organisation's order, to choose from. */
export function useDepartments(): { readonly choices: Choice[]; readonly label: (id: string) => string } {
  const api = useApi()
  const { data } = useQuery(api.organisation.departments.queryOptions())
  return useMemo(() => {
    const choices = (data ?? []).map(({ id, name }) => ({ value: id, label: name }))
    return { choices, label: (id) => choices.find(({ value }) => value === id)?.label ?? id }
  }, [data])
}

/** Posts of a department, or of all. */
export function usePosts(departmentId?: string | null): Choice[] {
  const api = useApi()
  const { data } = useQuery(api.organisation.posts.queryOptions({ input: {} }))
  return useMemo(
    () => (data ?? []).filter((post) => departmentId === undefined || departmentId === null || post.departmentId === departmentId).map(({ id, name }) => ({ value: id, label: name })),
    [data, departmentId],
  )
}

/** Posts of all departments, each named with its department: the same name stands in several of them. */
export function usePostsEverywhere(): { readonly choices: Choice[]; readonly name: (id: string) => string } {
  const { t } = useTranslation()
  const api = useApi()
  const departments = useDepartments()
  const { data } = useQuery(api.organisation.posts.queryOptions({ input: {} }))
  return useMemo(() => ({
    choices: (data ?? []).map(({ id, name, departmentId }) => ({ value: id, label: t('withNote', { text: name, note: departments.label(departmentId) }) })),
    name: (id) => data?.find((post) => post.id === id)?.name ?? id,
  }), [data, departments, t])
}
