import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli, sample } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-assessment-'))
const data = join(folder, 'data')
const year = String(new Date().getFullYear() - 1)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await cli(['init', '--data', data, '--organisation', '示例县水利局', '--json'])
  await cli(['import', sample.catalogue, '--data', data, '--json'])
})

test('an assessment is opened from the frozen year and tells that nobody is scored yet', async () => {
  const early = await cli(['assessment', 'open', '--data', data, '--year', year, '--json'])
  expect(early.code).toBe(1)
  expect(early.json()).toMatchObject({ error: { code: 'assessment.year-open' } })
  expect((await cli(['assessment', 'results', '--data', data, '--year', year, '--json'])).json()).toMatchObject({ error: { code: 'assessment.none-of-year' } })
  await cli(['year', 'freeze', '--data', data, '--year', year, '--json'])
  const opened = await cli(['assessment', 'open', '--data', data, '--year', year, '--template', '四档考评表', '--json'])
  expect(opened.code).toBe(0)
  expect((await cli(['assessment', 'results', '--data', data, '--year', year, '--json'])).json()).toMatchObject({ state: 'scoring', basis: 'frozen', final: false, complete: false, rows: [] })
  expect((await cli(['assessment', 'open', '--data', data, '--year', year, '--template', '没有的表', '--json'])).code).toBe(2)
  expect((await cli(['verify', '--data', data, '--json'])).code).toBe(0)
})
