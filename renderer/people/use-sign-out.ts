import { useCallback } from 'react'
import { useClient } from '#renderer/app/connection.tsx'
import { flushPreferences } from '#renderer/app/preferences.ts'
import { useTakeUp } from '#renderer/app/session/use-take-up.ts'

/** Ends the session; drafts are written before, as they are the person's own. */
export function useSignOut(): () => Promise<void> {
  const client = useClient()
  const takeUp = useTakeUp()
  return useCallback(async () => {
    await flushPreferences(client)
    await client.people.signOut()
    // Whoever comes next begins at his own first screen, not at what the one before had open.
    location.hash = '#/'
    await takeUp()
  }, [client, takeUp])
}
