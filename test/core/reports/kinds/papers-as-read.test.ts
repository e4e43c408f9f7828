import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { openExample } from '#core/example/open-example.ts'
import type { Paper, PaperForm, PaperTable } from '#core/reports/paper/paper.ts'
import { paperXlsx } from '#core/reports/paper/paper-xlsx.ts'
import { findSubjects } from '#core/reports/written/find-subjects.ts'
import { preparePaper, writeReport } from '#core/reports/written/write-report.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { officer, openTestRegister } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

/* What somebody sees who opens the papers of the example: things that no total shows to be wrong. */

let register: TestRegister
beforeAll(async () => {
  register = await openTestRegister()
  await finish(openExample(register.call))
  await finish(freezeYear(register.core, officer, 2026))
})
afterAll(() => register.close())

const paper = async (kind: string, subject?: string): Promise<Paper> =>
  (await finish(preparePaper(register.core, officer, { kind, year: 2026, edition: 'internal', locale: 'zh-CN', ...(subject === undefined ? {} : { subject }) }))).result.paper
const tablesOf = ({ sections }: Paper): PaperTable[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
const formsOf = ({ sections }: Paper): PaperForm[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'form' ? [block.form] : [])))

test('a control chart is one sheet, and its arrows lead from step to step, never to points that lie on none', async () => {
  const [form, ...others] = formsOf(await paper('control-chart', 'XK-001'))
  expect(others).toEqual([])
  const texts = form?.rows.map((cells) => cells.map(({ text }) => text)) ?? []
  expect(texts.slice(0, 4).map(([first]) => first)).toEqual(['类别', '名称', '科室岗位', '流程环节'])
  const steps = texts.slice(4).map(([first]) => first)
  expect(steps).toEqual(['受理', '↓', '审查', '↓', '决定'])
  for (const cells of form?.rows ?? []) expect(cells.reduce((sum, { across = 1 }) => sum + across, 0)).toBe(5)
  const unlinked = formsOf(await paper('control-chart', 'JC-003'))[0]?.rows.map(([first]) => first?.text) ?? []
  expect(unlinked).toContain('未关联环节')
  expect(unlinked).not.toContain('↓')
})

test('a term told as a bare number is read as working days, and types are counted in the order of their vocabulary', async () => {
  const catalogue = await paper('catalogue-a')
  const [table] = tablesOf(catalogue)
  const limits = table?.rows.map((row) => row[table.columns.findIndex(({ title }) => title === '办理时限')]) ?? []
  expect(limits.join('\n')).toContain('个工作日')
  expect(limits.join('\n')).not.toMatch(/：\n?\d+$/mu)
  const sum = JSON.stringify(catalogue).match(/合计：职权30项（([^）]*)）/u)?.[1]
  expect(sum?.split('、').slice(0, 3).map((part) => part.replace(/\d+/u, ''))).toEqual(['行政许可', '行政处罚', '行政强制'])
})

test('each worksheet of the survey says whose it is, and none says it of the next', async () => {
  const survey = await paper('survey')
  const { sheets } = await readXlsx(await paperXlsx(survey))
  expect(sheets.length).toBe(survey.sections.length)
  for (const [at, { rows }] of sheets.entries()) {
    const lines = rows.map(([first]) => String(first ?? '')).filter((text) => text.includes('科室：'))
    const own = tablesOf(survey)[at]?.rows[0]?.[0]
    expect(lines, own).toEqual([expect.stringContaining(`科室：${own}`)])
  }
})

test('tables of the grading methods have no empty columns in the workbook', async () => {
  const { result } = await finish(writeReport(register.core, officer, { kind: 'annual', year: 2026, edition: 'internal', locale: 'zh-CN', format: 'xlsx', purpose: '核对' }))
  const { sheets } = await readXlsx(new Uint8Array(await result.arrayBuffer()), { readStyles: true })
  const methods = sheets.find(({ name }) => name === '评定方法')
  const framed = [...methods?.cells ?? []].filter(([, cell]) => cell.style?.border !== undefined)
  expect(framed.length).toBeGreaterThan(10)
  for (const [place] of framed) {
    const [row = 0, column = 0] = place.split(',').map(Number)
    expect(methods?.rows[row]?.[column] ?? '', place).not.toBe('')
  }
})

test('the months of a frozen year are found and told from the log, which no frozen year holds', async () => {
  const months = await findSubjects(register.core, officer, { kind: 'change-sheet', year: 2026, text: '', locale: 'zh-CN' })
  expect(months.map(({ id }) => id)).toEqual(['2026-06'])
  const told = tablesOf(await paper('change-sheet', '2026-06'))
  expect(told.find(({ columns }) => columns.some(({ title }) => title === '变动内容'))?.rows).toHaveLength(30)
})
