import type { Contract } from '#shared/contract/index.ts'
import type { Handlers } from '../registration.ts'
import { readHistory } from './entries.ts'

export const historyHandlers: Handlers<Contract['history']> = {
  ofRecord: (input, call) => readHistory(call.core.database.read, input),
  recent: (input, call) => readHistory(call.core.database.read, input),
}
