import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessmentForm, assessmentResults } from '#core/reports/kinds/assessment-form.ts'
import type { Edition } from '#core/reports/kinds/report-kind.ts'
import type { Paper, PaperTable } from '#core/reports/paper/paper.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { refusalOf } from '../helpers/graded-register.ts'
import { officer } from '../helpers/register.ts'
import { as, freeze2026, handlers, openCampaign, scoreAll, withAssessed } from './assessed-register.ts'
import type { Assessed } from './assessed-register.ts'

const held = Promise.withResolvers<Assessed & { id: string }>()
const over = Promise.withResolvers<void>()
let running: Promise<void>
const names = { permits: '行政审批股', inspectors: '水政监察大队' }

beforeAll(async () => {
  running = withAssessed(async (assessed) => {
    await freeze2026(assessed)
    const { id } = await openCampaign(assessed)
    const inspector = as(assessed.register, '考评办', 'inspector')
    for (const row of (await handlers.campaign({ id }, inspector)).board) {
      const least = row.name === names.permits ? 90 : 70
      await scoreAll(as(assessed.register, '填报员', 'risk-officer'), row.id, { rater: 'self', percent: 100 })
      await scoreAll(as(assessed.register, '考评员', 'assessor'), row.id, { rater: 'office', percent: least })
      await scoreAll(as(assessed.register, '主要领导', 'chief-leader'), row.id, { rater: 'lead', percent: 100 })
    }
    await handlers.publish({ id, revision: 1, objectUntil: '2026-06-20' }, inspector)
    held.resolve({ ...assessed, id })
    await over.promise
  })
  await Promise.race([held.promise, running])
})
afterAll(async () => {
  over.resolve()
  await running
})

const paperOf = async (kind: typeof assessmentForm, edition: Edition, more: { departmentIds?: string[]; subjectId?: string } = {}): Promise<Paper> => {
  const { register, id } = await held.promise
  return kind.paper(register.core, { year: 2026, edition, locale: 'zh-CN', subjectId: id, ...more }, () => Promise.resolve())
}
const tablesOf = ({ sections }: Paper): PaperTable[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
const textsOf = ({ sections }: Paper): string => JSON.stringify(sections)

test('the form of each department has the field’s columns, and every column of figures foots', async () => {
  for (const edition of ['internal', 'assessment'] as const) {
    const paper = await paperOf(assessmentForm, edition)
    expect(paper.sections).toHaveLength(2)
    for (const { columns, rows, name } of tablesOf(paper)) {
      if (name !== undefined) expect(columns.map(({ title }) => title)).toEqual(['项目', '考核内容', '分值', '评分标准', '自评分', ...(edition === 'assessment' ? ['防控办', '领导'] : []), '核准分', '扣分原因'])
      for (const [at, { align }] of columns.entries()) {
        if (align !== 'right') continue
        const figures = rows.map((row) => Math.round(Number(row[at]) * 100))
        expect(figures.slice(0, -1).reduce((sum, one) => sum + one, 0), `${name} ${columns[at]?.title}`).toBe(figures.at(-1))
      }
    }
  }
})

test('it says why points are off, what the department came to, and leaves room to sign', async () => {
  const { small } = await held.promise
  const paper = await paperOf(assessmentForm, 'internal', { departmentIds: [small.permits] })
  expect(paper.sections).toHaveLength(1)
  const [table] = tablesOf(paper)
  const row = (item: string) => table?.rows.find(([, text]) => text === item)
  expect(row('职权有权力运行流程图')).toEqual(['清权确权', '职权有权力运行流程图', '5', '按符合的比例得分', '2.50', '2.50', '职权有流程图 1/2'])
  expect(row('制定实施方案和年度工作计划')).toEqual(['组织领导', '制定实施方案和年度工作计划', '3', '缺一项扣1.5分', '3.00', '2.88', '防控办：材料不全'])
  expect(textsOf(paper)).toMatch(/得分 \d+\.\d\d 分（基本分 .*第 \d 名/u)
  expect(textsOf(paper)).toContain('本表为试算')
  expect(textsOf(paper)).toContain('（盖章）')
  expect(paper.sections[0]?.blocks.some(({ kind }) => kind === 'form')).toBe(true)
})

test('the ranking is the same whether today’s register or the frozen year is looked at, and its public edition keeps reasons inside', async () => {
  const { register, id } = await held.promise
  const frozen = await frozenCore(register.core, officer, 2026)
  const order = { year: 2026, edition: 'internal' as const, locale: 'zh-CN' as const, subjectId: id }
  const [live, seen] = [await paperOf(assessmentResults, 'internal'), await assessmentResults.paper(frozen, order, () => Promise.resolve())]
  expect(tablesOf(seen)).toEqual(tablesOf(live))
  expect(textsOf(live)).toContain('本年度登记有案件或问题')
  const published = await paperOf(assessmentResults, 'public')
  expect(textsOf(published)).not.toContain('案件')
  expect(tablesOf(published)[0]?.columns.map(({ title }) => title)).toEqual(['名次', '科室', '得分', '档次'])
  const { rows } = await handlers.results({ id }, as(register, '考评办', 'inspector'))
  expect(tablesOf(published)[0]?.rows).toEqual(rows.map(({ place, name, total, band }) => [String(place), name, total.toFixed(2), { winning: '优胜', reached: '达标', missed: '不达标' }[band]]))
  expect(assessmentForm.editions).not.toContain('public')
})

test('a paper about no campaign, or about departments without a result, is refused', async () => {
  const { register, small } = await held.promise
  expect((await refusalOf(assessmentForm.paper(register.core, { year: 2026, edition: 'internal', locale: 'zh-CN' }, () => Promise.resolve()))).code).toBe('record.missing')
  expect((await refusalOf(paperOf(assessmentForm, 'internal', { departmentIds: [small.post] }))).code).toBe('assessment.no-results')
})

test('once the campaign is closed the paper bears the hash of its results and is made on the day of closing', async () => {
  const { register, id } = await held.promise
  const { resultHash } = await handlers.close({ id, revision: 2 }, as(register, '考评办', 'inspector'))
  register.clock.pass(10 * 86_400_000)
  const paper = await paperOf(assessmentResults, 'internal')
  expect(paper.preparedOn).toBe('2026-06-20')
  expect(textsOf(paper)).toContain(resultHash)
  expect(textsOf(paper)).not.toContain('试算')
})
