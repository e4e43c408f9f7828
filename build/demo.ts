import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TFunction } from 'i18next'
import type { Core } from '#core/core.ts'
import { openCore } from '#core/open-core.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import { officerCalls } from '#hosts/calls/officer.ts'
import { openFaultLog } from '#hosts/calls/fault-log.ts'
import { version } from '#hosts/calls/version.ts'
import { readArguments } from '#hosts/command-line/arguments.ts'
import { failureOf } from '#hosts/command-line/failures.ts'
import { languageOf, systemLanguage } from '#hosts/command-line/language.ts'
import { readLabels } from '#hosts/command-line/lists/labels.ts'
import { progressLine } from '#hosts/command-line/progress-line.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { ensureBuilt } from './ensure-built.ts'

// The whole way from four workbooks to the annual report, on a fresh register: what it does it does by the contract,
// as the screens do.

const project = fileURLToPath(new URL('..', import.meta.url))
const output = join(project, 'demo-output')

interface Stage { client: ContractClient; core: Core; locale: Locale; t: TFunction; show: (progress: Progress) => void }

const print = (line: string): void => { process.stdout.write(`${line}\n`) }

/** The output folder is the demonstration's own and begins empty; a folder somebody names has to be empty already. */
function freshFolder(named: string | undefined): string {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  if (named === undefined) return join(output, 'data')
  if (existsSync(named) && readdirSync(named).length > 0) throw new Refusal('example.folder-not-empty', { folder: named })
  return named
}

async function fillAndFreeze({ client, core, show }: Stage): Promise<number> {
  await readToEnd(await client.system.openExample(), show)
  const year = Number(core.env.localDate(core.env.now()).slice(0, 4))
  await readToEnd(await client.reports.freeze({ year }), show)
  return year
}

async function writeReports({ client, locale, show }: Stage, year: number): Promise<string[]> {
  const files: string[] = []
  for (const format of ['docx', 'xlsx'] as const) {
    const report = await readToEnd(await client.reports.annual({ year, format, locale }), show)
    const file = join(output, report.name)
    writeFileSync(file, new Uint8Array(await report.arrayBuffer()))
    files.push(`${relative(process.cwd(), file)}  ${(report.size / 1024).toFixed(0)} KB`)
  }
  return files
}

async function tellWhatIsThere({ client, locale, t }: Stage, year: number): Promise<void> {
  const [overview, batches, labels] = await Promise.all([client.overview.get(), client.exchange.batches(), readLabels(client, locale)])
  for (const { fileName, summary } of batches.toSorted((a, b) => a.number - b.number)) {
    const created = summary.powers.created + summary.riskPoints.created + summary.controlMeasures.created
    const updated = summary.powers.updated + summary.riskPoints.updated + summary.controlMeasures.updated
    print(t('demo.imported', { ns: 'cli', file: fileName, created, updated, rejected: summary.rejected }))
  }
  const byWeight = overview.riskPointsByGrade.toSorted((a, b) => labels.gradeOrder.indexOf(a.gradeCode) - labels.gradeOrder.indexOf(b.gradeCode))
  const grades = byWeight.filter(({ points }) => points > 0).map(({ gradeCode, points }) => `${labels.grade(gradeCode) ?? ''} ${points}`)
  print(t('demo.powers', { ns: 'cli', powers: overview.powers }))
  print(t('demo.risks', { ns: 'cli', points: overview.riskPoints, grades: grades.join(t('demo.comma', { ns: 'cli' })) }))
  print(t('demo.measures', { ns: 'cli', measures: overview.measures }))
  print(t('demo.rejected', { ns: 'cli', rejected: batches.reduce((sum, { summary }) => sum + summary.rejected, 0) }))
  print(t('demo.frozen', { ns: 'cli', year }))
}

async function demonstrate(folder: string, locale: Locale): Promise<void> {
  const t = translator(locale)
  const line = progressLine(process.stderr, t)
  const core = await openCore({ folder, version })
  try {
    const client = coreClient(officerCalls(core, openFaultLog(core.folder.logs, core.env)))
    const stage: Stage = { client, core, locale, t, show: line.show }
    const year = await fillAndFreeze(stage)
    const files = await writeReports(stage, year)
    line.end()
    await tellWhatIsThere(stage, year)
    print(t('demo.files', { ns: 'cli' }))
    for (const file of files) print(`  ${file}`)
  } finally {
    line.end()
    await core.close()
  }
}

/** The program as anybody starts it, on the demonstration's data; what stops this program stops that one. */
function openProgram(folder: string): Promise<number> {
  const program = spawn(process.execPath, [join(project, 'build', 'start.ts'), '--data', folder], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => program.kill(signal))
  return new Promise((resolve) => { program.on('exit', (code) => resolve(code ?? 1)) })
}

async function run(argv: readonly string[], locale: Locale): Promise<number> {
  const args = readArguments(argv, { data: { type: 'string' }, lang: { type: 'string' }, 'no-open': { type: 'boolean' } })
  args.exactly()
  const folder = freshFolder(args.text('data'))
  process.stderr.write(`${translator(locale)('demo.building', { ns: 'cli' })}\n`)
  ensureBuilt()
  await demonstrate(folder, locale)
  return args.has('no-open') ? 0 : openProgram(folder)
}

const argv = process.argv.slice(2)
const locale = languageOf(argv[argv.indexOf('--lang') + 1] ?? '') ?? systemLanguage(process.env)
try {
  process.exitCode = await run(argv, locale)
} catch (error) {
  const failure = failureOf(error, locale)
  if (failure === undefined) throw error
  process.stderr.write(`${failure.message}\n`)
  process.exitCode = failure.exitCode
}
