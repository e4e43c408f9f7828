import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Me } from '#shared/contract/people.ts'
import { may, readingPermissions } from '#shared/model/permissions.ts'
import type { Permission, Subject } from '#shared/model/permissions.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLooking } from '#renderer/app/year/looking.tsx'

/** Somebody signed out in another tab, or was locked out, is noticed after this many milliseconds at the latest. */
const glance = 30_000

/** Who is behind this window; undefined until core has said so. Asking keeps no session alive. */
export function useMe(): Me | undefined {
  const api = useApi()
  return useQuery(api.people.me.queryOptions({ staleTime: Number.POSITIVE_INFINITY, refetchInterval: ({ state }) => (state.data?.state === 'signed-in' ? glance : false) })).data
}

/** Asks the permission table what to offer. Core asks it again; this only keeps dead buttons away. */
export function useMayAny(): (permission: Permission, subject?: Subject) => boolean {
  const grants = useMe()?.grants
  const frozen = useLooking().year !== undefined
  return useCallback((permission, subject) => grants !== undefined && (!frozen || mayInFrozenYear(permission)) && may({ grants }, permission, subject), [grants, frozen])
}

/** In a frozen year the register is only read; one's own account and habits are of no year. */
const mayInFrozenYear = (permission: Permission): boolean =>
  readingPermissions.includes(permission) || permission.startsWith('session.') || permission === 'preference.edit'

/** Whether the person may do something; without a subject, whether to anything at all. */
export const useMay = (permission: Permission, subject?: Subject): boolean => useMayAny()(permission, subject)
