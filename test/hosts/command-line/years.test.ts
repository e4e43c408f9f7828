import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli, sample } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-years-'))
const data = join(folder, 'data')
const last = new Date().getFullYear() - 1
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await cli(['init', '--data', data, '--organisation', '示例县水利局', '--json'])
  await cli(['import', sample.catalogue, '--data', data, '--json'])
})

test('a year is frozen, the next one started, and what came since is told', async () => {
  const early = await cli(['year', 'start', '--data', data, '--year', String(last + 1), '--json'])
  expect(early.code).toBe(1)
  expect(early.json()).toMatchObject({ error: { code: 'year.nothing-frozen' } })

  const frozen = await cli(['year', 'freeze', '--data', data, '--year', String(last), '--json'])
  expect(frozen.code).toBe(0)
  // What the consistency check finds is said beside the answer.
  expect(frozen.err).toMatch(/(?:一致性检查：错误 24 条|errors 24)/u)
  expect(frozen.err).toMatch(/(?:职权没有风险点 30 条|Power without a risk point: 30)/u)
  expect(frozen.json()).toMatchObject({ year: last, powers: 30, riskPoints: 0, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string })
  const started = await cli(['year', 'start', '--data', data, '--year', String(last + 1), '--json'])
  expect(started.json()).toMatchObject({ year: last + 1, carriedFrom: last, gradesToConfirm: 0 })

  expect((await cli(['import', sample.nineColumns, '--data', data, '--json'])).code).toBe(0)
  const out = join(folder, 'difference.xlsx')
  const compared = await cli(['compare', '--data', data, '--from', String(last), '--to', 'today', '--limit', '5', '--out', out, '--json'])
  expect(compared.code).toBe(0)
  expect(compared.json()).toMatchObject({ from: last, to: null, earlierTotal: 0, laterTotal: 40, total: 40, totals: { new: 40, cancelled: 0 }, file: out })
  expect(compared.json()['rows']).toHaveLength(5)
  expect(existsSync(out)).toBe(true)
  expect((await cli(['verify', '--data', data, '--json'])).code).toBe(0)
})

test.each([
  [['year', 'thaw', '--data', data, '--year', '2025'], 2],
  [['year', 'freeze', '--data', data], 2],
  [['compare', '--data', data, '--from', String(last), '--to', 'tomorrow'], 2],
  [['compare', '--data', data, '--from', String(last), '--to', 'today', '--out', 'register.sqlite'], 2],
  [['compare', '--data', data, '--from', '1999', '--to', 'today'], 1],
])('%j ends with %i', async (args, code) => {
  expect((await cli(args)).code).toBe(code)
})
