import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli, sample } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-against-'))
const at = (...parts: string[]): string => join(folder, ...parts)
const data = at('data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await cli(['init', '--data', data, '--organisation', '示例县水利局'])
  await cli(['import', sample.nineColumns, '--data', data])
  expect((await cli(['backup', '--data', data, '--out', at('kept.sqlite')])).code).toBe(0)
})

test('a log that bears out an earlier copy is sound', async () => {
  expect(await cli(['verify', '--data', data, '--against', at('kept.sqlite')])).toMatchObject({ code: 0 })
})

test('a register that was made anew from its beginning contradicts the copy, and the command ends with 3', async () => {
  const other = at('other')
  await cli(['init', '--data', other, '--organisation', '示例县水利局'])
  const found = await cli(['verify', '--data', other, '--against', at('kept.sqlite'), '--json'])
  expect(found.code).toBe(3)
  expect(found.json()).toMatchObject({ sound: false, problems: [{ code: 'integrity.head-foreign' }, { code: 'integrity.head-ahead' }] })
})

test('a changed entry ends with 3 and is named', async () => {
  const register = new Database(join(data, 'register.sqlite'))
  const guard = register.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'audit_keeps_what_was'").pluck().get() ?? ''
  register.exec(`DROP TRIGGER audit_keeps_what_was; UPDATE audit_entry SET actor = '别人' WHERE number = 12; ${guard}`)
  register.close()
  const found = await cli(['verify', '--data', data, '--json'])
  expect(found.code).toBe(3)
  expect(found.json()).toMatchObject({ problems: [{ code: 'integrity.chain-broken', params: { number: 12 } }] })
})

test('what carries no head is refused before anything is opened', async () => {
  const refused = await cli(['verify', '--data', data, '--against', sample.nineColumns, '--json'])
  expect(refused.code).toBe(1)
  expect(refused.json()).toMatchObject({ error: { code: 'head.none' } })
})
