import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/app/connection.tsx'
import { onSessionRefused } from '#renderer/app/transport/session-refusals.ts'
import { useIdle } from './use-idle.ts'
import { useMe } from './use-me.ts'
import { useTakeUp } from './use-take-up.ts'

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
  useTakeUpOthers(me?.person?.id ?? null, me !== undefined)
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

/** Another tab of the same session has signed somebody else in. */
function useTakeUpOthers(personId: string | null, known: boolean): void {
  const takeUp = useTakeUp()
  const last = useRef<string | null>(undefined)
  useEffect(() => {
    if (!known) return
    if (last.current !== undefined && last.current !== personId) takeUp().catch((error: unknown) => console.warn('who is signed in is not known', error))
    last.current = personId
  }, [known, personId, takeUp])
}
