import { createRouterClient } from '@orpc/server'
import type { AnyRouter, RouterClient } from '@orpc/server'
import { ORPCError } from '@orpc/client'
import { openSession } from '#core/people/session.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import type { Identity } from '#core/permission/identity.ts'
import { createRouter } from '#core/router.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Founding } from '#shared/contract/people.ts'
import { openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'

export const goodPassword = 'Hill-and-river-7'
export const otherPassword = 'Lake-and-meadow-8'

/** Everybody of a small organisation, each with the same password. */
export const founding: Founding = {
  officers: {
    'system-officer': { name: '系统员甲', password: goodPassword },
    'security-officer': { name: '安全员乙', password: goodPassword },
    'audit-officer': { name: '审计员丙', password: goodPassword },
  },
  people: [
    { name: '填报人丁', password: goodPassword, mustChange: false, roles: [{ role: 'risk-officer', departments: ['行政审批股'] }] },
    { name: '复核人戊', password: goodPassword, mustChange: false, roles: [{ role: 'inspector', departments: 'all' }] },
  ],
}

/** A window on the register, with a session of its own. */
export function openWindow(register: TestRegister): { client: ContractClient; identity: ReturnType<typeof openSession> } {
  const identity = openSession('pc-user')
  return { client: clientBy(register, identity), identity }
}

export function clientBy({ core }: TestRegister, identity: Identity): ContractClient {
  const client: RouterClient<AnyRouter> = createRouterClient(createRouter(), { context: { core, identity, reportFault: (fault: unknown) => { throw fault } } })
  return client as ContractClient
}

export const service = (register: TestRegister): ContractClient => clientBy(register, serviceIdentity('command-line'))

/** A register with an organisation and its people. */
export async function withPeople(work: (register: TestRegister) => Promise<void>): Promise<void> {
  const register = await openTestRegister()
  try {
    await setUpTestOrganisation(register)
    await service(register).people.found(founding)
    await work(register)
  } finally {
    await register.close()
  }
}

/** A window in which somebody has signed in. */
export async function signedIn(register: TestRegister, name: string, password = goodPassword): Promise<ReturnType<typeof openWindow>> {
  const window = openWindow(register)
  await window.client.people.signIn({ name, password })
  return window
}

/** The code core refused with, or what else happened. */
export async function answerOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(() => 'done', (reason: unknown) => reason)
  if (!(error instanceof ORPCError)) return String(error)
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : String(error.code)
}

export async function idOf(register: TestRegister, name: string): Promise<string> {
  const { id } = await register.database.read.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return id
}

export const logOf = (register: TestRegister) => register.database.read.selectFrom('audit_entry').selectAll().orderBy('number').execute()
