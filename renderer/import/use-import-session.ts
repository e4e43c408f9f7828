import { useEffect, useSyncExternalStore } from 'react'
import type { ContractClient } from '#shared/contract/index.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ImportSession } from './import-session.ts'
import type { SessionState } from './import-session.ts'

const sessions = new WeakMap<ContractClient, ImportSession>()

function sessionOf(client: ContractClient, changed: () => void): ImportSession {
  const session = sessions.get(client) ?? new ImportSession(client.exchange, { changed, remembered: changed })
  sessions.set(client, session)
  return session
}

/** The files being imported in this window, whichever screen is shown meanwhile. */
export function useImportSession(): { readonly session: ImportSession; readonly state: SessionState } {
  const refresh = useRefresh()
  const session = sessionOf(useClient(), () => void refresh())
  const locale = useLocale()
  useEffect(() => session.speak(locale), [session, locale])
  return { session, state: useSyncExternalStore(session.subscribe, session.snapshot) }
}
