import type { Contract } from '#shared/contract/index.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readOverview } from './overview.ts'

export const overviewHandlers: Handlers<Contract['overview']> = {
  get: (_input, call) => readOverview(call.core.database.read, todayOf(call)),
}
