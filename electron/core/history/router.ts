import type { Contract } from '#shared/contract/index.ts'
import type { Call, Handlers } from '../registration.ts'
import { readHistory } from './entries.ts'
import type { HistoryRequest } from './entries.ts'

export const historyHandlers: Handlers<Contract['history']> = {
  ofRecord: (input, call) => historyOf(call, input),
  recent: (input, call) => historyOf(call, { ...input, changesOnly: true }),
}

/** The log is kept by today's register alone; of a frozen year it is shown up to the moment of freezing. */
const historyOf = ({ core: { database, frozen } }: Call, request: HistoryRequest) =>
  readHistory((frozen?.live ?? database).read, { ...request, until: frozen?.frozenAt })
