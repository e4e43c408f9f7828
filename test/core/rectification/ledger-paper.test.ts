import { describe, expect, it } from 'vitest'
import type { Block, PaperTable } from '#core/reports/paper/paper.ts'
import { rectificationLedger } from '#core/reports/kinds/rectification-ledger.ts'
import type { Edition, ReportOrder } from '#core/reports/kinds/report-kind.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { finish } from '../helpers/graded-register.ts'
import { officer } from '../helpers/register.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'

const silent = () => Promise.resolve()
const order = (edition: Edition, more: Partial<ReportOrder> = {}): ReportOrder => ({ year: 2026, edition, locale: 'zh-CN', ...more })

const tableOf = (blocks: readonly Block[]): PaperTable | undefined => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0]

/** A closed problem about a weak place of the heaviest grade, and an open one that names somebody. */
async function twoProblems({ as, sample, point }: Story): Promise<void> {
  const weak = await point('high')
  const { id, revision } = await as(names.inspector).rectification.open({
    problem: '审批人单独接触申请人', source: 'inspection', foundOn: '2026-06-10', dueOn: '2026-06-30', departmentId: sample.approvals, ownerPostId: sample.approvalPost, owner: '王某某', measure: '双人接待', subject: { entity: 'risk-point', id: weak },
  })
  const attach = async (name: string, secrecy: 'public' | 'internal' | 'secret') => (await as(names.officer).attachments.add({ entity: 'rectification', entityId: id, secrecy, file: new File(['x'], name) })).id
  const evidence = [await attach('制度.pdf', 'public'), await attach('谈话记录.pdf', 'secret')]
  const mended = await as(names.officer).rectification.rectify({ id, revision, text: '已实行双人接待', evidence })
  await as(names.chief).rectification.close({ id, revision: mended.revision })
  await as(names.inspector).rectification.open({ problem: `${names.leader}与${names.chief}未按期签字`, source: 'self-check', foundOn: '2026-06-12', dueOn: '2026-07-10', departmentId: sample.works, owner: names.leader, measure: '' })
}

describe('the ledger as a paper', () => {
  it('holds every problem of the year with owner, term, outcome, evidence and who closed it', async () => {
    await withStory(async (story) => {
      await twoProblems(story)
      const paper = await rectificationLedger.paper(story.sample.register.core, order('internal'), silent)
      expect(paper.title).toBe('龙岭县水利局2026年度廉政风险防控整改台账')
      const [section] = paper.sections
      expect(section?.page).toBe('landscape')
      const table = tableOf(section?.blocks ?? [])
      expect(table?.columns.map(({ title }) => title)).toEqual(['序号', '问题', '来源', '责任部门', '责任人', '整改措施', '时限', '完成情况', '佐证', '销号人', '销号日期'])
      expect(table?.rows).toEqual([
        ['1', '审批人单独接触申请人', '检查', '行政审批股', '审批岗（王某某）', '双人接待', '2026-06-30', '已销号：已实行双人接待\n2026-06-15', '1.制度.pdf\n2.谈话记录.pdf', names.chief, '2026-06-15'],
        ['2', `${names.leader}与${names.chief}未按期签字`, '自查', '建设管理股', names.leader, '', '2026-07-10', '待整改', '', '', ''],
      ])
    })
  })

  it('names no person and no weak place of the heaviest risks in public, and no file that is not public', async () => {
    await withStory(async (story) => {
      await twoProblems(story)
      const paper = await rectificationLedger.paper(story.sample.register.core, order('public'), silent)
      const said = JSON.stringify(paper)
      for (const hidden of [...Object.values(names), '王某某', '任职人', '单独接触', '双人接待', '谈话记录', '制度.pdf']) expect([hidden, said.includes(hidden)]).toEqual([hidden, false])
      expect(tableOf(paper.sections[0]?.blocks ?? [])?.rows.map((row) => [row[1], row[4], row[9]])).toEqual([['不予公开', '审批岗', '不予公开'], ['×××与×××未按期签字', '不予公开', '']])
    })
  })

  it('tells the public nothing of what stands behind a heavy or ungraded point, nor a name that is set wide, and of secret files no edition that leaves', async () => {
    await withStory(async (story) => {
      const { as, sample, point } = story
      await twoProblems(story)
      const weak = await point('high')
      const { measures, rectification } = as(names.officer)
      const { revision, riskPoints } = await measures.get({ id: sample.measure })
      await measures.save({ items: [{ id: sample.measure, revision, patch: { riskPointIds: [...riskPoints.map(({ id }) => id), weak] } }] })
      const ungraded = await as(names.officer).risks.create({ powerId: sample.licence, categoryCode: 'business-process', manifestation: '未评级', departmentId: sample.approvals })
      const raised = await as(names.inspector).warnings.raise({ sourceCode: 'petition', levelCode: 'yellow', riskPointId: weak, situation: '群众反映' })
      const about = { source: 'self-check' as const, foundOn: '2026-06-12', dueOn: '2026-07-10', departmentId: sample.approvals }
      for (const subject of [{ entity: 'control-measure' as const, id: sample.measure }, { entity: 'risk-point' as const, id: ungraded.id }, { entity: 'warning' as const, id: raised.id }]) await rectification.open({ ...about, problem: '薄弱之处', subject })
      await rectification.open({ ...about, problem: '主 要　领导未签字' })
      const rows = async (edition: Edition) => tableOf((await rectificationLedger.paper(sample.register.core, order(edition), silent)).sections[0]?.blocks ?? [])?.rows ?? []
      expect((await rows('public')).slice(2).map((row) => row[1])).toEqual(['不予公开', '不予公开', '不予公开', '×××未签字'])
      expect((await rows('assessment'))[0]?.[8]).toBe('制度.pdf')
    })
  })

  it('leaves out what was closed before the year, what was found after it, and other departments', async () => {
    await withStory(async (story) => {
      await twoProblems(story)
      const { core } = story.sample.register
      const rows = async (more: Partial<ReportOrder>) => tableOf((await rectificationLedger.paper(core, order('internal', more), silent)).sections[0]?.blocks ?? [])?.rows.map((row) => row[2])
      expect(await rows({ departmentIds: [story.sample.works] })).toEqual(['自查'])
      expect(await rows({ year: 2027 })).toEqual(['自查'])
      const none = await rectificationLedger.paper(core, order('internal', { year: 2025 }), silent)
      expect(none.sections[0]?.blocks.at(-1)).toEqual({ kind: 'body', text: '2025年度没有整改事项。' })
    })
  })

  it('is the same from the frozen year, whatever was done since', async () => {
    await withStory(async (story) => {
      await twoProblems(story)
      const { core } = story.sample.register
      const before = await rectificationLedger.paper(core, order('assessment'), silent)
      await finish(freezeYear(core, officer, 2026))
      await story.as(names.inspector).rectification.open({ problem: '新的问题', source: 'patrol', foundOn: '2026-06-15', dueOn: '2026-06-30' })
      expect(await rectificationLedger.paper(await frozenCore(core, officer, 2026), order('assessment'), silent)).toEqual(before)
    })
  })
})
