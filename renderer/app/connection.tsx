import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { RouterUtils } from '@orpc/tanstack-query'
import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Connection, Disconnection } from './transport/connect.ts'

/** Query and mutation options for every procedure of the contract: `api.risks.list.queryOptions({ input })`. */
export type Api = RouterUtils<ContractClient>

interface Connected { readonly connection: Connection; readonly api: Api }

const ConnectionContext = createContext<Connected | null>(null)

export function ConnectionProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  const connected = useMemo(() => ({ connection, api: createTanstackQueryUtils(connection.client) }), [connection])
  return <ConnectionContext value={connected}>{children}</ConnectionContext>
}

function useConnected(): Connected {
  const connected = use(ConnectionContext)
  if (connected === null) throw new Error('used outside of ConnectionProvider')
  return connected
}

/** The client itself, for changes and for long work. */
export const useClient = (): ContractClient => useConnected().connection.client

/** Changes which year the client looks at; screens use `useLooking`. */
export const useLookAt = (): Connection['lookAt'] => useConnected().connection.lookAt

/** Options for react-query, for reading. */
export const useApi = (): Api => useConnected().api

/** Why the register can no longer be reached; undefined as long as it can. */
export function useDisconnection(): Disconnection | undefined {
  const { connection } = useConnected()
  const [why, setWhy] = useState<Disconnection>()
  useEffect(() => connection.onDisconnect(setWhy), [connection])
  return why
}
