import type { Contract } from '#shared/contract/index.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { reinstatePerson, renamePerson, withdrawPerson } from './accounts.ts'
import { enrol, reset } from './enrol.ts'
import { foundPeople } from './found.ts'
import { endGrant, grantRole } from './grants.ts'
import { assignPost, endHolding, readHoldings } from './holdings.ts'
import { readMe } from './me.ts'
import { readAccounts } from './read-accounts.ts'
import { changeSessionRules, readSessionRules } from './session-rules.ts'
import { changePassword, sessionOf, signIn, signOut, unlock } from './sign-in.ts'

export const peopleHandlers: Handlers<Contract['people']> = {
  me: (_input, call) => readMe(call),
  signIn: (input, call) => signIn(call, sessionOf(call), input),
  signOut: async (_input, call) => {
    await signOut(call.core, sessionOf(call))
    return {}
  },
  stir: (_input, { core, identity }) => {
    identity.session?.stir(core.env.now())
    return {}
  },
  unlock: async ({ password }, call) => {
    await unlock(call, sessionOf(call), password)
    return {}
  },
  changePassword: async (input, call) => {
    await changePassword(call, sessionOf(call), input)
    return {}
  },

  found: async (input, call) => ({ created: await foundPeople(call, input) }),

  accounts: (_input, { core }) => readAccounts(core.database.read, core.env.now()),
  create: (input, call) => enrol(call, input),
  rename: async (input, call) => ({ revision: await changeBy(call, (change) => renamePerson(change, input)) }),
  withdraw: async ({ id }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawPerson(change, id)) }),
  reinstate: async ({ id }, call) => ({ reinstated: await changeBy(call, (change) => reinstatePerson(change, id)) }),
  reset: (input, call) => reset(call, input),

  grant: async (input, call) => ({ id: await changeBy(call, (change) => grantRole(change, input)) }),
  endGrant: async ({ id }, call) => ({ ended: await changeBy(call, (change) => endGrant(change, id)) }),

  holdings: (_input, { core }) => readHoldings(core.database.read),
  assignPost: async (input, call) => ({ id: await changeBy(call, (change) => assignPost(change, input)) }),
  endHolding: async (input, call) => ({ revision: await changeBy(call, (change) => endHolding(change, input)) }),

  sessionRules: (_input, { core }) => readSessionRules(core.database.read),
  saveSessionRules: async (input, call) => ({ revision: await changeBy(call, (change) => changeSessionRules(change, input)) }),
}
