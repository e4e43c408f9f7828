import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideBrowser } from './find-browser.ts'
import { checkSteps } from './steps/check-steps.ts'
import type { Step, StepResult } from './steps/step.ts'
import { runAndTell, tell } from './steps/tell.ts'
import { countsOr, playwrightCounts, vitestCounts } from './steps/test-counts.ts'
import type { TestCounts } from './steps/test-counts.ts'

// Everything runs even where something fails; the last line alone says how it ended.

const reports = mkdtempSync(join(tmpdir(), 'irc-reports-'))
const total: TestCounts = { passed: 0, failed: 0, skipped: [] }

async function runTests(step: Step, report: string, read: (file: string) => TestCounts): Promise<void> {
  const { ok } = await runAndTell(step)
  const counts = countsOr(report, read, ok)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped.push(...counts.skipped)
  process.stdout.write(`  ${counts.passed} passed, ${counts.failed} failed\n`)
}

function countStep({ ok }: Pick<StepResult, 'ok'>): boolean {
  if (!ok) total.failed++
  return ok
}

/** Unit tests look at the built program too, so it is built first. */
const build = async (): Promise<boolean> => countStep(await runAndTell({ name: 'build', program: 'node', args: ['build/build.ts'] }))

async function unit(): Promise<void> {
  const report = join(reports, 'vitest.json')
  await runTests({ name: 'unit', program: 'vitest', args: ['run', '--reporter=minimal', '--reporter=json', `--outputFile.json=${report}`] }, report, vitestCounts)
}

async function endToEnd(): Promise<void> {
  const browser = browserOrReason()
  if (browser.reason !== undefined) {
    process.stdout.write(`${browser.reason}\n`)
    tell('browser', { ok: false, seconds: 0 })
    return void countStep({ ok: false })
  }
  const report = join(reports, 'playwright.json')
  await runTests({ name: 'end to end', program: 'playwright', args: ['test', '--reporter=dot,json'], variables: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_BROWSER: browser.path } }, report, playwrightCounts)
}

function browserOrReason(): { path: string; reason?: undefined } | { reason: string } {
  try {
    return { path: provideBrowser() }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

try {
  for (const step of checkSteps) countStep(await runAndTell(step))
  const built = await build()
  await unit()
  if (built) await endToEnd()
} finally {
  rmSync(reports, { recursive: true, force: true })
}
for (const name of total.skipped) process.stdout.write(`skipped: ${name}\n`)
process.exitCode = total.failed === 0 && total.skipped.length === 0 ? 0 : 1
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
