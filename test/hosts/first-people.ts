import type { ContractClient } from '#shared/contract/index.ts'
import { workingRoles } from '#shared/model/roles.ts'

const password = 'Hill-and-river-7'

/** Founds a register whose one worker may do all that is done in it, and answers how to act as him or as an officer. */
export async function foundRegister(client: ContractClient): Promise<(who: '经办人' | '系统员' | '审计员') => Promise<unknown>> {
  await client.people.found({
    officers: { 'system-officer': { name: '系统员', password }, 'security-officer': { name: '安全员', password }, 'audit-officer': { name: '审计员', password } },
    people: [{ name: '经办人', password, mustChange: false, roles: workingRoles.map((role) => ({ role, departments: 'all' as const })) }],
  })
  return async (name) => {
    await client.people.signOut()
    return client.people.signIn({ name, password })
  }
}
