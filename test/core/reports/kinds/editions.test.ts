import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportEditions, reportFields, editionTable } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ReportFormat } from '#shared/model/report-orders.ts'
import { browserPrinter } from '#hosts/installed-browsers/print-page.ts'
import { reportKinds } from '#core/reports/kinds/index.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { preparePaper, writeReport } from '#core/reports/written/write-report.ts'
import { bringInForce, finish } from '#test/core/helpers/graded-register.ts'
import { officer, openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { marks, open, registerWithMarks } from './register-with-marks.ts'
import type { Marked } from './register-with-marks.ts'
import { wordsIn } from './words-in-file.ts'

let register: TestRegister
let marked: Marked
const printer = browserPrinter()

beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  marked = await registerWithMarks(register)
})
afterAll(() => register.close())

const subjectOf = (code: string): { subject?: string } =>
  (code === 'control-chart' ? { subject: marked.power } : code === 'review-sheet' ? { subject: marked.heavy } : code === 'change-sheet' ? { subject: '2026-06' } : code === 'publicity-list' ? { subject: marked.list } : code === 'warning-sheet' ? { subject: marked.warning } : code.startsWith('assessment-') ? { subject: marked.campaign } : {})

/** The Word file of a kind without the thread it is otherwise written in. */
async function wordFile(code: string, edition: ReportEdition): Promise<Uint8Array> {
  const { result: { paper } } = await finish(preparePaper(register.core, officer, { kind: code, year: 2026, edition, locale: 'zh-CN', ...subjectOf(code) }))
  return paperDocx(paper)
}

async function written(code: string, edition: ReportEdition, format: ReportFormat): Promise<Uint8Array> {
  const core = { ...register.core, database: register.database, printer }
  const { result } = await finish(writeReport(core, officer, { kind: code, year: 2026, edition, locale: 'zh-CN', format, purpose: '核对', ...subjectOf(code) }))
  return new Uint8Array(await result.arrayBuffer())
}

/** A filing sheet needs entries on their way; its own area tries it. */
const kinds = reportKinds.map(({ kind }) => kind).filter(({ subject }) => subject !== 'filing-sheet')
const secrets = Object.values(marks)
const known = Object.values(open)
/** What a public file must tell all the same; where nothing is named, the power. */
const openIn: Readonly<Record<string, readonly string[]>> = { 'annual': [], 'high-risks': [], 'adjustments': [], 'rectification-ledger': [open.problem, open.evidence, open.department], 'assessment-results': [open.department] }

test('a subject given by its id is called by its name, however many came after it', async () => {
  const many = Array.from({ length: 51 }, (_, at) => `Mklater${at}`)
  await register.change(async (change) => {
    const row = await change.db.selectFrom('warning').selectAll().where('id', '=', marked.warning).executeTakeFirstOrThrow()
    const { number: _number, ...copied } = row
    await change.db.insertInto('warning').values(many.map((object) => ({ ...copied, id: change.newId(), object, issue_year: null, issue_number: null, state: 'found' as const }))).execute()
    await change.record({ action: 'organisation.change', entity: 'organisation', entityId: 'x' })
  })
  const { result: { subject } } = await finish(preparePaper(register.core, officer, { kind: 'warning-sheet', year: 2026, edition: 'internal', locale: 'zh-CN', subject: marked.warning }))
  expect(subject?.label).toBe(marks.manifestation)
})

describe('the public edition', () => {
  const cases = kinds.filter(({ editions }) => editions.includes('public')).flatMap(({ code, formats }) => formats.filter((format) => format !== 'pdf').map((format) => [code, format] as const))
  test.each(cases)('of %s as %s bears no name, no detail of a heaviest or ungraded risk and nothing marked as secret, in any byte', async (code, format) => {
    const bytes = await written(code, 'public', format)
    expect(wordsIn(bytes, secrets)).toEqual([])
    const own = openIn[code] ?? [open.power]
    expect(wordsIn(bytes, known)).toEqual(expect.arrayContaining([...own]))
  })

  test('as a printed file neither', async () => {
    const bytes = await written('risk-list', 'public', 'pdf')
    expect(wordsIn(bytes, secrets)).toEqual([])
    expect(wordsIn(bytes, known)).toContain(open.lowMeasure)
    expect(wordsIn(await written('risk-list', 'internal', 'pdf'), secrets)).toContain(marks.manifestation)
  }, 60_000)
})

test('the same search finds every one of them in the internal edition, and the holder of a post in the one for assessment', async () => {
  const found = new Set<string>()
  for (const { code, editions } of kinds) if (editions.includes('internal')) for (const word of wordsIn(await wordFile(code, 'internal'), secrets)) found.add(word)
  expect(secrets.filter((word) => !found.has(word))).toEqual([])
  expect(wordsIn(await written('high-risks', 'internal', 'xlsx'), [marks.holder])).toEqual([])
  expect(wordsIn(await written('high-risks', 'assessment', 'xlsx'), [marks.holder])).toEqual([marks.holder])
}, 60_000)

test('the edition for assessment leaves behind what reviewers wrote to each other and what is marked as secret', async () => {
  const found = new Set<string>()
  for (const { code, editions } of kinds) if (editions.includes('assessment')) for (const word of wordsIn(await wordFile(code, 'assessment'), secrets)) found.add(word)
  const behind = [marks.comment, marks.commenter, marks.secretFile, marks.secretMeasure, marks.secretBasis, marks.secretRemark, marks.secretProblem, marks.secretEvidence, marks.secretCause, marks.secretDeduction]
  expect(secrets.filter((word) => !found.has(word)).toSorted()).toEqual(behind.toSorted())
}, 60_000)

test('the table names every field for every edition, and the internal one holds back nothing but names of holders', () => {
  for (const field of reportFields) expect(Object.keys(editionTable[field])).toEqual([...reportEditions])
  expect(reportFields.filter((field) => editionTable[field].internal !== 'shown')).toEqual(['holder'])
  expect(reportFields.filter((field) => editionTable[field].public === 'shown')).toEqual(['file-public'])
})
