import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/app/connection.tsx'
import { onSessionRefused } from '#renderer/app/transport/session-refusals.ts'
import { useIdle } from './use-idle.ts'
import { useMe } from './use-me.ts'
import { isTakenUp } from './use-take-up.ts'

const SignInPage = lazy(async () => ({ default: (await import('#renderer/people/sign-in-page.tsx')).SignInPage }))
const RenewPage = lazy(async () => ({ default: (await import('#renderer/people/renew-page.tsx')).RenewPage }))
const LockScreen = lazy(async () => ({ default: (await import('#renderer/people/lock-screen.tsx')).LockScreen }))
const FoundPage = lazy(async () => ({ default: (await import('#renderer/people/found/found-page.tsx')).FoundPage }))

/**
 * Stands before every screen: who has to sign in first does, and who was away for too long unlocks. What was on a
 * locked screen stays behind the lock, with everything typed into it.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useMe()
  useAskWhenRefused()
  useBeginAnewForOthers(me?.person?.id ?? null, me !== undefined)
  useIdle(me?.idleMinutes ?? 1, me?.state === 'signed-in')
  if (me === undefined) return null
  switch (me.state) {
    case 'founding': return me.organisation === null ? children : <Suspense><FoundPage organisation={me.organisation} /></Suspense>
    case 'signed-out': return <Suspense><SignInPage organisation={me.organisation ?? ''} /></Suspense>
    case 'must-change': return <Suspense><RenewPage name={me.person?.name ?? ''} /></Suspense>
    case 'locked':
    case 'signed-in': return (
      <>
        {children}
        {me.state === 'locked' ? <Suspense><LockScreen name={me.person?.name ?? ''} /></Suspense> : null}
      </>
    )
  }
}

function useAskWhenRefused(): void {
  const queries = useQueryClient()
  const api = useApi()
  useEffect(() => onSessionRefused(() => void queries.invalidateQueries({ queryKey: api.people.me.queryKey() })), [api, queries])
}

/**
 * Another tab has signed somebody else in or out, or the session has ended by itself: the page begins anew, so that
 * nothing of the one before stays on it.
 */
function useBeginAnewForOthers(personId: string | null, known: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!known) return
    if (isTakenUp(queries, personId)) return
    location.reload()
  }, [known, personId, queries])
}
