import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, safe } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { isContractProcedure } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { ProcedureMeta } from '#shared/contract/procedure.ts'
import { readingPermissions } from '#shared/model/permissions.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { YEAR_HEADER } from '#shared/transport/register-year.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { createRouter } from '#core/router.ts'
import { startBrowserHost } from '#hosts/browser/browser-host.ts'
import { portServer } from '#hosts/desktop/serve-port.ts'
import { contextOf, everyRole } from '#test/core/helpers/callers.ts'
import { finish, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'
import { openSession } from '#test/hosts/transports.ts'

type Reach = (register: TestRegister, year: string) => Promise<ContractClient>

const overPort: Reach = async ({ core }, year) => {
  const { port1, port2 } = new MessageChannel()
  portServer(createRouter(), contextOf(core, everyRole(officer.name)))(port1)
  port1.start()
  port2.start()
  onTestFinished(() => port2.close())
  return createORPCClient(new PortLink({ port: port2, headers: { [YEAR_HEADER]: year }, customJsonSerializers: [carriedFileSerializer] }))
}

const overHttp: Reach = async ({ core }, year) => {
  const host = await startBrowserHost({ router: createRouter(), context: contextOf(core, everyRole(officer.name)), pageFolder: '/nowhere', tokenLife: 60_000 })
  onTestFinished(() => host.close())
  const { origin } = new URL(host.url)
  const headers = { origin, cookie: await openSession(host.url), [YEAR_HEADER]: year }
  return createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers, customJsonSerializers: [carriedFileSerializer] }))
}

const ways: readonly { name: string; reach: Reach }[] = [{ name: 'the desktop’s port', reach: overPort }, { name: 'the browser’s HTTP', reach: overHttp }]

test.each(ways)('over $name a call that names a frozen year reads it, and can change nothing', async ({ reach }) => {
  await withGradedRegister(async (register) => {
    const { points, powers } = await smallRegister(register)
    await finish(freezeYear(register.core, officer, 2026))
    const client = await reach(register, '2026')
    expect((await client.risks.list({ filter: {} })).total).toBe(5)
    const before = register.database.connection.prepare('SELECT count(*) AS n FROM audit_entry').get()
    const attempts = [
      client.risks.withdraw({ ids: [points[4]] }), client.risks.create({ powerId: powers.penalty, manifestation: 'x' }), client.powers.withdraw({ ids: [powers.dredging] }),
      client.grading.grade({ items: [{ riskPointId: points[0], revision: 1, factors: {} }], reason: '' }), client.reports.freeze({ year: 2025 }), client.years.start({ year: 2027 }),
      client.system.setPreference({ key: 'a', value: 1 }),
    ]
    for (const attempt of attempts) expect((await safe<unknown, unknown>(attempt)).error).toMatchObject({ code: 'REFUSED', data: { code: 'archive.read-only', params: { year: 2026 } } })
    expect(register.database.connection.prepare('SELECT count(*) AS n FROM audit_entry').get()).toEqual(before)
    expect((await client.risks.list({ filter: {} })).total).toBe(5)
  })
})

test.each(['1999', '-1', '2026; DROP TABLE risk_point', '', 'NaN', '../../2026'])('a call that names the year %j reads nothing', async (year) => {
  await withGradedRegister(async (register) => {
    await smallRegister(register)
    await finish(freezeYear(register.core, officer, 2026))
    const client = await overPort(register, year)
    expect((await safe<unknown, unknown>(client.risks.list({ filter: {} }))).error).toMatchObject({ code: 'REFUSED', data: { code: 'archive.missing' } })
  })
})

test('every procedure that is let through to a frozen year only reads', () => {
  const permissions = procedures(contract).filter((meta) => readingPermissions.some((permission) => permission === meta.permission))
  expect(permissions.length).toBeGreaterThan(20)
  expect(permissions.filter(({ touches }) => touches !== undefined)).toEqual([])
})

function procedures(part: object): ProcedureMeta[] {
  return Object.values(part).flatMap((inner: object) => (isContractProcedure(inner) ? [inner['~orpc'].meta as ProcedureMeta] : procedures(inner)))
}
