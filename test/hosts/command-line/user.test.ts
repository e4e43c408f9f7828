import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '#core/open-core.ts'
import { openSession } from '#core/people/session.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { cli, sample } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-cli-user-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => {
  expect(await cli(['init', '--data', data, '--organisation', '示例县水利局'])).toMatchObject({ code: 0 })
  expect(await cli(['import', sample.nineColumns, '--data', data])).toMatchObject({ code: 0 })
})

const user = (args: readonly string[], password = '') => cli(['user', ...args, '--data', data, '--json'], {}, password)

/** What the person's session may do, signed in with the password the command line was given. */
async function grantsOf(name: string, password: string): Promise<unknown> {
  const core = await openCore({ folder: data, version: '0.0.0-test' })
  try {
    const client = coreClient({ core, identity: openSession('test'), reportFault: (fault) => { throw fault } })
    await client.people.signIn({ name, password })
    const { state, grants } = await client.people.me()
    return { state, grants: grants.map(({ role, departments }) => ({ role, departments: departments === 'all' ? departments : departments.toSorted() })) }
  } finally {
    await core.close()
  }
}

test('an account is made with the password on standard input, its roles and departments by name', async () => {
  const added = await user(['add', '--name', '示例填报员', '--role', 'risk-officer', '--role', 'section-head', '--departments', '行政审批股,水资源股'], 'Hill-and-river-7\n')
  expect(added).toMatchObject({ code: 0 })
  const document = added.json() as { id: string; departments: string[] }
  expect(document).toMatchObject({ name: '示例填报员', roles: ['risk-officer', 'section-head'] })
  expect(document.departments).toHaveLength(2)
  const reach = { departments: document.departments.toSorted() }
  expect(await grantsOf('示例填报员', 'Hill-and-river-7')).toEqual({ state: 'signed-in', grants: [{ role: 'risk-officer', ...reach }, { role: 'section-head', ...reach }] })
})

test('what is wrong is refused and leaves no account behind', async () => {
  expect((await user(['add', '--name', '某人', '--role', 'inspector'], 'short')).json()).toMatchObject({ error: { code: 'password.too-short' } })
  expect(await user(['add', '--name', '某人', '--role', 'inspector'])).toMatchObject({ code: 2 })
  expect(await user(['add', '--name', '某人', '--role', 'emperor'], 'Hill-and-river-7')).toMatchObject({ code: 2 })
  expect((await user(['add', '--name', '某人', '--role', 'risk-officer', '--departments', '没有的科'], 'Hill-and-river-7')).json()).toMatchObject({ error: { code: 'department.not-found' } })
  expect((await user(['add', '--name', '某人', '--role', 'audit-officer', '--role', 'inspector'], 'Hill-and-river-7')).json()).toMatchObject({ error: { code: 'grant.not-joined' } })
  expect((await user(['list'])).json()).toMatchObject({ total: 1, items: [{ name: '示例填报员' }] })
})

test('a forgotten password gives way to a one-time one, and an account is withdrawn', async () => {
  const reset = await user(['reset', '--name', '示例填报员'])
  expect(reset).toMatchObject({ code: 0 })
  const { oneTimePassword } = reset.json() as { oneTimePassword: string }
  expect(await grantsOf('示例填报员', oneTimePassword)).toMatchObject({ state: 'must-change' })
  expect((await user(['reset', '--name', '示例填报员'], 'Lake-and-meadow-8')).json()).toMatchObject({ oneTimePassword: null })
  expect(await grantsOf('示例填报员', 'Lake-and-meadow-8')).toMatchObject({ state: 'must-change' })
  expect(await user(['withdraw', '--name', '示例填报员'])).toMatchObject({ code: 0 })
  await expect(grantsOf('示例填报员', 'Lake-and-meadow-8')).rejects.toThrow()
  expect((await user(['reset', '--name', '示例填报员'])).json()).toMatchObject({ error: { code: 'person.unknown' } })
})
