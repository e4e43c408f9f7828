import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-form-'))
const data = join(folder, 'data')
const odd = join(folder, '自查.csv')
const later = join(folder, '下月.csv')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = (text: string): string => ['某局自查表,,,,', '责任单位,工作事项,怎么出问题,档次,联系电话', `审批股,取水许可,${text},高,110`].join('\n')

beforeAll(async () => {
  await cli(['init', '--data', data, '--organisation', '示例县水利局'])
  writeFileSync(odd, rows('索拿卡要'))
  writeFileSync(later, rows('久拖不决'))
})

const said = ['--data', data, '--form', 'risk-survey', '--header-row', '2', '--json', '--lang', 'zh-CN']

test('a sheet no form knows is refused with the names of the columns that cannot be placed', async () => {
  const refused = await cli(['import', odd, ...said])
  expect(refused.code).toBe(1)
  expect(refused.json()).toMatchObject({ error: { code: 'import.columns-unplaced', params: { columns: '联系电话' }, message: expect.stringContaining('联系电话') } })
  const lacking = await cli(['import', odd, '--data', data, '--form', 'power-catalogue-b', '--header-row', '2', '--json'])
  expect(lacking.json()).toMatchObject({ error: { code: 'import.fields-unplaced' } })
})

test('is imported once these are left out on purpose, and the next one like it needs no word', async () => {
  const dry = await cli(['import', odd, ...said, '--ignore', '联系电话', '--dry-run'])
  expect(dry.json()).toMatchObject({ kind: 'risk-survey', dryRun: true, riskPoints: { created: 1 }, rejected: 0 })
  expect((await cli(['import', later, '--data', data, '--dry-run', '--json'])).json()).toMatchObject({ kind: '' })
  expect((await cli(['import', odd, ...said, '--ignore', '联系电话'])).json()).toMatchObject({ riskPoints: { created: 1 }, rejected: 0 })
  const next = await cli(['import', later, '--data', data, '--json'])
  expect(next.code).toBe(0)
  expect(next.json()).toMatchObject({ kind: 'risk-survey', riskPoints: { created: 1 }, rejected: 0 })
})

test.each([
  [['--form', '一览表', '--header-row', '2'], 2, 'usage.choice-wrong'],
  [['--form', 'risk-survey'], 2, 'usage.option-missing'],
  [['--form', 'risk-survey', '--header-row', '4-2'], 2, 'usage.rows-wrong'],
  [['--header-row', '2'], 2, 'usage.only-with-form'],
  [['--form', 'risk-survey', '--header-row', '2', '--sheet', '别表'], 1, 'import.sheet-unknown'],
])('%j ends with %i', async (args, code, error) => {
  const ended = await cli(['import', odd, '--data', data, ...args, '--json'])
  expect([ended.code, ended.json()]).toMatchObject([code, { error: { code: error } }])
})
