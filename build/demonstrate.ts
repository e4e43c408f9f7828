import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TFunction } from 'i18next'
import type { Core } from '#core/core.ts'
import { oneTimePassword } from '#core/people/one-time-password.ts'
import { openCore } from '#core/open-core.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import { openFaultLog } from '#hosts/calls/fault-log.ts'
import { pageCalls } from '#hosts/calls/page-calls.ts'
import { version } from '#hosts/calls/version.ts'
import { readLabels } from '#hosts/command-line/lists/labels.ts'
import { progressLine } from '#hosts/command-line/progress-line.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { exampleFounding, exampleOfficers, examplePeople } from '#shared/model/people/example-people.ts'
import { translator } from '#shared/locales/translator.ts'

export interface Demonstration {
  /** The data folder; new or empty. */
  readonly folder: string
  /** Where the reports go; it is there already. */
  readonly output: string
  readonly locale: Locale
  readonly print: (line: string) => void
}

interface Stage { client: ContractClient; core: Core; locale: Locale; t: TFunction; output: string; print: (line: string) => void; show: (progress: Progress) => void }

/**
 * The whole way from four workbooks to the annual report, on a fresh register: what it does it does by the contract,
 * as the screens do.
 */
export async function demonstrate({ folder, output, locale, print }: Demonstration): Promise<void> {
  const t = translator(locale)
  const line = progressLine(process.stderr, t)
  const core = await openCore({ folder, version })
  try {
    const client = coreClient(pageCalls(core, openFaultLog(core.folder.logs, core.env)))
    const stage: Stage = { client, core, locale, t, output, print, show: line.show }
    const password = await fillAndFound(stage)
    const year = await freeze(stage, password)
    const files = await writeReports(stage, year)
    line.end()
    await tellWhatIsThere(stage, year)
    print(t('demo.files', { ns: 'cli' }))
    for (const file of files) print(`  ${file}`)
    tellWhoIsThere(stage, password)
  } finally {
    line.end()
    await core.close()
  }
}

/** The example and its people, all with one password made for this run and told at its end. */
async function fillAndFound({ client, show }: Stage): Promise<string> {
  await readToEnd(await client.system.openExample(), show)
  const password = oneTimePassword()
  await client.people.found(exampleFounding(password))
  return password
}

/** The inspector freezes the year and writes the reports. */
async function freeze({ client, core, show }: Stage, password: string): Promise<number> {
  const inspector = examplePeople.find(({ role }) => role === 'inspector')
  await client.people.signIn({ name: inspector?.name ?? '', password })
  const year = Number(core.env.localDate(core.env.now()).slice(0, 4))
  await readToEnd(await client.reports.freeze({ year }), show)
  return year
}

async function writeReports({ client, locale, output, show }: Stage, year: number): Promise<string[]> {
  const files: string[] = []
  for (const format of ['docx', 'xlsx'] as const) {
    const report = await readToEnd(await client.reports.annual({ year, format, locale }), show)
    const file = join(output, report.name)
    writeFileSync(file, new Uint8Array(await report.arrayBuffer()))
    files.push(`${relative(process.cwd(), file)}  ${(report.size / 1024).toFixed(0)} KB`)
  }
  return files
}

function tellWhoIsThere({ t, print }: Stage, password: string): void {
  print(t('demo.people', { ns: 'cli' }))
  for (const [role, name] of Object.entries(exampleOfficers)) print(`  ${name}  ${t(`role.${role as keyof typeof exampleOfficers}`, { ns: 'people' })}`)
  for (const { name, role } of examplePeople) print(`  ${name}  ${t(`role.${role}`, { ns: 'people' })}`)
  print(t('demo.password', { ns: 'cli', password }))
}

async function tellWhatIsThere({ client, locale, t, print }: Stage, year: number): Promise<void> {
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
