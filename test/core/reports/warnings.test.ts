import { expect, test } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { checkFigures } from '#core/reports/check-figures.ts'
import { warningLedger } from '#core/reports/kinds/warning-ledger.ts'
import { warningSheet } from '#core/reports/kinds/warning-sheet.ts'
import type { Block, Paper } from '#core/reports/paper/paper.ts'
import { assemblyOf } from '#core/reports/service.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { finish, refusalOf } from '#test/core/helpers/graded-register.ts'
import { officer as actor } from '#test/core/helpers/register.ts'
import { withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { chief, direct, handle, inspector, issue, officer, raised, way } from '../warnings/warnings-story.ts'

const figures = async (story: Story, year: number, locale: 'zh-CN' | 'en' = 'zh-CN') => (await assemblyOf(story.sample.register.core, { year, locale, texts: {} })).report
const issuedIn = (story: Story, year: number, condition: string): number =>
  story.sample.register.database.connection.prepare<[string], number>(`SELECT count(*) FROM warning WHERE substr(issued_on, 1, 4) = ? AND ${condition}`).pluck().get(String(year)) ?? -1

async function twoSheets(story: Story): Promise<{ open: string; lifted: string }> {
  const [open, lifted] = [await raised(story, 'orange'), await raised(story)]
  await raised(story)
  for (const id of [open, lifted]) await issue(story, id)
  for (const action of ['receive', 'analyse', 'rectify', 'complete'] as const) await handle(story, lifted, action)
  await direct(story, lifted, 'pass')
  await direct(story, lifted, 'lift', chief, '整改到位')
  return { open, lifted }
}

test('the annual report tells what was issued in the year, by level, closed and open, and it foots', async () => {
  await withStory(async (story) => {
    expect((await figures(story, 2026)).warnings).toBeUndefined()
    await twoSheets(story)
    const report = await figures(story, 2026)
    expect(report.warnings).toEqual({
      total: issuedIn(story, 2026, 'TRUE'), closed: issuedIn(story, 2026, "state IN ('lifted', 'transferred')"), open: issuedIn(story, 2026, 'closed = 0'),
      byLevel: [['红色预警', 'red'], ['橙色预警', 'orange'], ['黄色预警', 'yellow']].map(([label = '', code = '']) => ({ label, count: issuedIn(story, 2026, `level_code = '${code}'`) })),
    })
    expect(report.warnings).toMatchObject({ total: 2, closed: 1, open: 1 })
    expect(checkFigures(report)).toEqual([])
    expect((await figures(story, 2026, 'en')).warnings?.byLevel.map(({ label }) => label)).toEqual(['Red', 'Orange', 'Yellow'])
    expect((await figures(story, 2025)).warnings).toBeUndefined()
  })
})

test('a frozen year goes on telling its own figures, opened it shows its own sheets, and a paper is written from it', async () => {
  await withStory(async (story) => {
    const { register } = story.sample
    const { open } = await twoSheets(story)
    await finish(freezeYear(register.core, actor, 2026))
    await direct(story, open, 'transfer')
    expect((await figures(story, 2026)).warnings).toMatchObject({ total: 2, closed: 1, open: 1 })
    expect(checkFigures(await figures(story, 2026))).toEqual([])
    const frozen = await frozenCore(register.core, actor, 2026)
    const paper = await warningSheet.paper(frozen, { year: 2026, edition: 'internal', locale: 'zh-CN', subjectId: open }, async () => undefined)
    expect(cellsOf(paper).get('结论')).toBe('')
    expect(frozen.database.connection.prepare('SELECT count(*) FROM warning_rule').pluck().get()).toBe(11)
  })
})

const blocksOf = (paper: Paper): Block[] => paper.sections.flatMap(({ blocks }) => [...blocks])

/** What stands beside each label of the form. */
function cellsOf(paper: Paper): Map<string, string> {
  const form = blocksOf(paper).find((block) => block.kind === 'form')
  if (form?.kind !== 'form') throw new Error('no form')
  for (const row of form.form.rows) expect(row.reduce((sum, { across = 1 }) => sum + across, 0)).toBe(form.form.shares.length)
  return new Map(form.form.rows.flatMap((row) => row.flatMap((cell, index) => (cell.label === true ? [[cell.text, row[index + 1]?.text ?? ''] as const] : []))))
}

test('the disposal sheet holds every box of the paper form, in its order', async () => {
  await withStory(async (story) => {
    const { lifted, open } = await twoSheets(story)
    const paper = await warningSheet.paper(story.sample.register.core, { year: 2026, edition: 'assessment', locale: 'zh-CN', subjectId: lifted }, async () => undefined)
    expect(paper).toMatchObject({ title: '预警处置单 预警〔2026〕2号', organisation: '龙岭县水利局', preparedOn: '2026-06-15' })
    const cells = cellsOf(paper)
    expect([...cells.keys()]).toEqual(['编号', '级别', '对象', '责任科室', '关联职权/风险点', '信息来源', '发现', '情形', '发出', '批准', '日期', '处置方式', '整改要求', '整改期限', '签收', '原因剖析', '整改措施', '完成情况', '复查意见', '结论'])
    expect(Object.fromEntries(cells)).toMatchObject({
      '编号': '预警〔2026〕2号', '级别': '黄色预警', '责任科室': '行政审批股', '关联职权/风险点': '取水许可审批', '信息来源': '信访', '情形': '群众反映受理标准不一', '发出': inspector, '批准': '', '日期': '2026-06-15', '处置方式': way,
      '签收': `${officer}　2026-06-15`, '原因剖析': `analyse：说明\n${officer}　2026-06-15`, '复查意见': `意见\n${inspector}　2026-06-15`, '结论': `已解除：整改到位\n${chief}　2026-06-15`,
    })
    expect(cellsOf(await warningSheet.paper(story.sample.register.core, { year: 2026, edition: 'internal', locale: 'en', subjectId: open }, async () => undefined)).get('Conclusion')).toBe('')
  })
})

test('the ledger lists what was issued in the year in order of its numbers, and says so where nothing was', async () => {
  await withStory(async (story) => {
    await twoSheets(story)
    const paper = (year: number) => warningLedger.paper(story.sample.register.core, { year, edition: 'internal', locale: 'zh-CN' }, async () => undefined)
    const [table] = blocksOf(await paper(2026)).filter((block) => block.kind === 'table')
    expect(table?.table.rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([['预警〔2026〕1号', '橙色预警', '已发出'], ['预警〔2026〕2号', '黄色预警', '已解除']])
    expect(table?.table.rows.every((row) => row.length === table.table.columns.length)).toBe(true)
    expect(blocksOf(await paper(2025))).toMatchObject([{ kind: 'title' }, { kind: 'gap' }, { kind: 'small' }, { kind: 'body', text: '本年度没有发出预警。' }])
  })
})

test('neither paper has a public edition', async () => {
  await withStory(async (story) => {
    const id = await raised(story)
    for (const kind of [warningSheet, warningLedger]) {
      expect(kind.editions).not.toContain('public')
      await refusalOf(kind.paper(story.sample.register.core, { year: 2026, edition: 'public', locale: 'zh-CN', subjectId: id }, async () => undefined))
    }
  })
})
