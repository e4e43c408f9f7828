import { rmSync } from 'node:fs'
import { systemEnvironment } from '#core/environment.ts'
import { openCore } from '#core/open-core.ts'
import { openSession } from '#core/people/session.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { quickPasswords } from '#test/core/helpers/register.ts'
import { password } from './people.ts'

const reportFault = (fault: unknown): never => { throw fault }

/** Works in a data folder in the name of people who sign in, without a window. */
export async function workAs(folder: string, work: (as: (name: string) => Promise<ContractClient>) => Promise<void>): Promise<void> {
  const core = await openCore({ folder, env: { ...systemEnvironment(), passwordWork: quickPasswords }, version: '0.0.0-test' })
  try {
    await work(async (name) => {
      const client = coreClient({ core, identity: openSession('e2e'), reportFault })
      await client.people.signIn({ name, password })
      return client
    })
  } finally {
    await core.close()
  }
  // The closing copy is of no use to a test and would be copied with every folder.
  rmSync(`${folder}/backups`, { recursive: true, force: true })
}

/** The risk points of a department, in order of number. */
export async function pointsOf(client: ContractClient, department: string): Promise<{ id: string; number: number }[]> {
  const departments = await client.organisation.departments()
  const id = departments.find(({ name }) => name === department)?.id ?? ''
  const { rows } = await client.risks.list({ offset: 0, limit: 100, filter: { departmentIds: [id] } })
  return rows.map((row) => ({ id: row.id, number: row.number }))
}

/** Makes the eight points of one department drafts again, so that they can be handed in; hands in as many as are asked for. */
export const openForReview = (folder: string, submitted = 0): Promise<void> => workAs(folder, async (as) => {
  const officer = await as('示例填报员')
  const items = (await pointsOf(officer, '行政审批股')).map(({ id }) => ({ id }))
  await readToEnd(await officer.review.reopen({ selection: { items }, kind: 'adjust', reason: '年度核对' }))
  if (submitted > 0) await readToEnd(await officer.review.submit({ selection: { items: items.slice(0, submitted) } }))
})
