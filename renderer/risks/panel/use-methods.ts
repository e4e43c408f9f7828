import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Method, MethodVersion } from '#shared/contract/grading.ts'
import { useApi } from '#renderer/app/connection.tsx'

interface VersionOfMethod { readonly method: Method; readonly version: MethodVersion }

/** All grading methods, the version in force, and any version by its id. */
export function useMethods(): { readonly inForce: VersionOfMethod | undefined; readonly byVersion: (id: string) => VersionOfMethod | undefined } {
  const api = useApi()
  const { data } = useQuery(api.grading.methods.queryOptions())
  return useMemo(() => {
    const all = (data?.methods ?? []).flatMap((method) => method.versions.map((version) => ({ method, version })))
    const byVersion = (id: string) => all.find(({ version }) => version.id === id)
    return { inForce: data === undefined ? undefined : byVersion(data.inForceVersionId), byVersion }
  }, [data])
}
