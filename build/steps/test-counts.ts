import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How the tests of one runner went. */
export interface TestCounts {
  passed: number
  failed: number
  skipped: string[]
}

const vitestReport = z.object({
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
  })),
})

/**
 * Reads the JSON report of vitest. A test file that failed before its first test counts as one failure; the tests it
 * never came to are not skipped ones.
 */
export function vitestCounts(file: string): TestCounts {
  const { testResults } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken,
    skipped: testResults.filter(({ status }) => status !== 'failed').flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
  }
}

interface Suite { specs?: { title: string; tests: { status: string }[] }[] | undefined; suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.lazy(() => z.object({
  specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })).optional(),
  suites: z.array(suite).optional(),
}))
const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) })

/** Reads the JSON report of Playwright. A test that passed only when it was repeated ('flaky') has failed. */
export function playwrightCounts(file: string): TestCounts {
  const { suites, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const tests = suites.flatMap(testsOf)
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + errors.length,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  }
}

function testsOf({ specs = [], suites = [] }: Suite): { title: string; status: string }[] {
  return [...specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status }))), ...suites.flatMap(testsOf)]
}

/** A runner that ended without a report has failed as a whole. */
export function countsOr(file: string, read: (file: string) => TestCounts, ok: boolean): TestCounts {
  const counts = existsSync(file) ? read(file) : { passed: 0, failed: 0, skipped: [] }
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
