import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countsOr, playwrightCounts, vitestCounts } from '#build/steps/test-counts.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-counts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reportOf(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitestFile = (status: string, ...tests: string[]) => ({ name: 'a.test.ts', status, assertionResults: tests.map((each, index) => ({ fullName: `test ${index}`, status: each })) })
const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

describe('the counts of a test run', () => {
  test('vitest: a file that cannot be loaded is a failure, a skipped test is named', () => {
    const file = reportOf({ testResults: [vitestFile('passed', 'passed', 'passed'), vitestFile('failed', 'passed', 'failed'), vitestFile('failed', 'skipped'), vitestFile('passed', 'skipped', 'todo')] })
    expect(vitestCounts(file)).toEqual({ passed: 3, failed: 2, skipped: ['test 0', 'test 1'] })
  })

  test('Playwright: suites inside suites count, a test that needed a second try has failed', () => {
    const file = reportOf({ errors: [], suites: [{ specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'unexpected'), spec('c', 'flaky')], suites: [{ specs: [spec('d', 'skipped'), spec('e', 'expected')] }] }] }] })
    expect(playwrightCounts(file)).toEqual({ passed: 2, failed: 2, skipped: ['d'] })
  })

  test('Playwright: an error outside any test counts', () => {
    expect(playwrightCounts(reportOf({ errors: [{ message: 'no tests' }], suites: [] })).failed).toBe(1)
  })

  test('a runner that fails without a report, or with a report that hides it, has failed once', () => {
    expect(countsOr(join(folder, 'none.json'), vitestCounts, false)).toEqual({ passed: 0, failed: 1, skipped: [] })
    expect(countsOr(reportOf({ testResults: [vitestFile('passed', 'passed')] }), vitestCounts, false)).toEqual({ passed: 1, failed: 1, skipped: [] })
    expect(countsOr(reportOf({ testResults: [vitestFile('passed', 'passed')] }), vitestCounts, true)).toEqual({ passed: 1, failed: 0, skipped: [] })
  })
})
