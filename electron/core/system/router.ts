import type { Contract } from '#shared/contract/index.ts'
import { backUp } from '../database/copies/back-up.ts'
import { keptCopies } from '../database/copies/kept-copies.ts'
import { headOf } from '../evidence/outside-heads.ts'
import { openExample } from '../example/open-example.ts'
import { verifyRegister } from '../integrity/verify-register.ts'
import type { Handlers } from '../registration.ts'
import { about } from './about.ts'
import { readPreferences, setPreference } from './preferences.ts'
import { restoreKept } from './restore-kept.ts'

export const systemHandlers: Handlers<Contract['system']> = {
  about: (_input, call) => about(call),
  preferences: (_input, call) => readPreferences(call),
  setPreference: (input, call) => setPreference(call, input),
  openExample: (_input, call) => openExample(call),
  backups: (_input, { core }) => keptCopies(core),
  backUp: (_input, { core }) => backUp(core),
  restore: ({ name }, { core, actor }) => restoreKept(core, actor, name),
  verify: (input, { core }) => verifyRegister(core, (input?.against ?? []).map(headOf)),
}
