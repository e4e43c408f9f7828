import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { annualPaper } from '#core/reports/annual/annual-paper.ts'
import type { Paper } from '#core/reports/paper/paper.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { paperXlsx } from '#core/reports/paper/paper-xlsx.ts'
import { fullPaper } from '../core/reports/paper-fixture.ts'
import { powerRow, reportOf, riskRow } from '../core/reports/report-fixture.ts'

/*
 * The documents check, run by hand: every kind of paper is written, opened by LibreOffice and written again, and must
 * come out without a complaint. `--out FOLDER` keeps the files to be looked at.
 */

const { values } = parseArgs({ options: { out: { type: 'string' } } })
if (spawnSync('soffice', ['--version']).error !== undefined) {
  console.error('The documents check needs LibreOffice: install it so that `soffice` can be started, and run this again.')
  process.exit(1)
}

const risks = Array.from({ length: 60 }, (_, index) => riskRow({ department: `第${index % 8}科`, riskPoint: `风险点${index}`, grade: ['high', 'medium', 'low'][index % 3] ?? null }))
const annual = reportOf([powerRow({}), powerRow({ type: '行政处罚' })], risks)
const papers: Record<string, Paper> = {
  annual: annualPaper(annual),
  'annual-en': annualPaper({ ...annual, locale: 'en' }),
  full: fullPaper(),
  plain: fullPaper({ letterhead: {}, watermark: '' }),
}

const folder = values.out === undefined ? mkdtempSync(join(tmpdir(), 'documents-')) : resolve(values.out)
mkdirSync(folder, { recursive: true })
const profile = mkdtempSync(join(tmpdir(), 'documents-profile-'))
const complaints: string[] = []
try {
  for (const [name, paper] of Object.entries(papers)) {
    await check(`${name}.docx`, await paperDocx(paper))
    await check(`${name}.xlsx`, await paperXlsx(paper))
  }
} finally {
  rmSync(profile, { recursive: true, force: true })
  if (values.out === undefined) rmSync(folder, { recursive: true, force: true })
}
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

async function check(name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const kind = name.split('.').at(-1) ?? ''
  for (const [target, ending] of [['pdf', 'pdf'], [kind, kind]] as const) {
    const into = join(folder, `converted-${kind}`)
    const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', target, '--outdir', into, file], { encoding: 'utf8', timeout: 180_000 })
    // Says only that no Java is installed, which nothing here asks for.
    const said = stderr.split('\n').filter((line) => line.trim() !== '' && !line.includes('javaldx'))
    const written = join(into, name.replace(/\.\w+$/u, `.${ending}`))
    const size = statSync(written, { throwIfNoEntry: false })?.size ?? 0
    if (status !== 0 || size === 0 || said.length > 0) complaints.push(`${name} → ${target}: ended with ${status}, ${size} bytes. ${said.join(' ')}`)
    else console.log(`${name} → ${target}: ${ending === 'pdf' ? `${pagesOf(written)} pages` : `${size} bytes`}`)
  }
}

function pagesOf(pdf: string): number {
  try {
    return Number(/^Pages:\s+(\d+)/mu.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
  } catch {
    return readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  }
}
