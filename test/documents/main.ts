import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { paperXlsx } from '#core/reports/paper/paper-xlsx.ts'
import { browserPrinter } from '#hosts/installed-browsers/print-page.ts'
import { fullPaper } from '../core/reports/paper-fixture.ts'
import { writeDressed } from './dressed-papers.ts'
import { hasLibreOffice, openLibreOffice, pagesOf } from './libre-office.ts'
import { writePapers } from './write-papers.ts'
import type { WrittenFile } from './write-papers.ts'
import { liveTheYear } from './year/example-year.ts'

/*
 * The documents check, run by hand: the example lives through a year, every kind of paper is written in each edition,
 * language and format it is offered in, with the office's head over it and in a form of the office's own; LibreOffice
 * opens each Word file and workbook and prints it without a complaint. `--out FOLDER` keeps the files to be looked at,
 * `--kinds a,b` writes only some, among them `dressed` for those under the head and in own forms.
 */

const { values } = parseArgs({ options: { out: { type: 'string' }, kinds: { type: 'string' } } })
if (!hasLibreOffice()) {
  console.error('The documents check needs LibreOffice: install it so that `soffice` can be started, and run this again.')
  process.exit(1)
}

const folder = values.out === undefined ? mkdtempSync(join(tmpdir(), 'documents-')) : resolve(values.out)
const register = mkdtempSync(join(tmpdir(), 'documents-register-'))
const libreOffice = openLibreOffice()
const complaints: string[] = []
try {
  mkdirSync(folder, { recursive: true })
  await checkFullPaper()
  const office = await liveTheYear(register, browserPrinter())
  try {
    const wanted = values.kinds?.split(',')
    const order = { office, folder, ...(wanted === undefined ? {} : { kinds: wanted }) }
    for await (const files of writePapers(order)) check(files)
    if (wanted?.includes('dressed') ?? true) for (const files of Map.groupBy(await writeDressed(order), ({ path }) => dirname(path)).values()) check(files)
  } finally {
    await office.core.close()
  }
} finally {
  libreOffice.close()
  rmSync(register, { recursive: true, force: true })
  if (values.out === undefined) rmSync(folder, { recursive: true, force: true })
}
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

/** A paper with every kind of block there is, which is also written again in its own format. */
async function checkFullPaper(): Promise<void> {
  const files: WrittenFile[] = []
  for (const [name, paper] of Object.entries({ full: fullPaper(), plain: fullPaper({ letterhead: {}, watermark: '' }) })) {
    for (const [format, bytes] of [['docx', await paperDocx(paper)], ['xlsx', await paperXlsx(paper)]] as const) {
      const path = join(folder, 'blocks', `${name}.${format}`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      files.push({ kind: 'blocks', format, path })
      complaints.push(...libreOffice.convert([path], format, join(folder, 'blocks', 'again')).complaints)
    }
  }
  check(files)
}

/** Prints what LibreOffice can open beside the files it opened; a PDF is held against the pages it says it has. */
function check(files: readonly WrittenFile[]): void {
  const pages = new Map(files.filter(({ format }) => format === 'pdf').map(({ path }) => [path, pagesOf(path)]))
  for (const format of ['docx', 'xlsx'] as const) {
    const of = files.filter((file) => file.format === format).map(({ path }) => path)
    if (of.length === 0) continue
    const printed = libreOffice.convert(of, 'pdf', join(dirname(of[0] ?? ''), `printed-${format}`))
    complaints.push(...printed.complaints)
    for (const [path, count] of printed.pages) pages.set(path, count)
  }
  for (const { path } of files) {
    const count = pages.get(path) ?? 0
    if (count === 0 && path.endsWith('.pdf')) complaints.push(`${path}: not one page`)
    console.log(`${basename(dirname(path))}/${basename(path)}: ${count} pages`)
  }
}
