import { describe, expect, it } from 'vitest'
import type { EventPlan } from '#shared/contract/warnings.ts'
import { findColumns } from '#core/warnings/events/columns.ts'
import { momentOf } from '#core/warnings/events/read-events.ts'
import { createRiskPoint } from '#core/risks/risk-records.ts'
import { finished } from '../publicity/publicity-story.ts'
import { withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { inspector, officer } from './warnings-story.ts'

const header = '事件编号,发生时间,事项编码,事项名称,环节,办件编号,承办科室,事件类型,预警级别,事件描述'
const lines = [
  'E-1,2026-06-01 09:30,0100001,取水许可审批,受理,A2026-1,行政审批股,时限异常,黄色,受理超过法定时限 2 个工作日',
  'E-2,2026/6/2,,工程招标,,B-7,建设管理股,流程异常,红,招标公告期不足',
  'E-3,2026年6月3日,999,河道采砂许可,,C-1,,裁量异常,,处罚幅度低于基准',
  'E-4,不详,0100001,取水许可审批,,,,,,时间无法识别',
]
const csv = (...rows: string[]): File => new File([`\uFEFF${['电子监察事件清单', header, ...rows].join('\r\n')}\r\n`], '事件.csv')

const plan = (story: Story, file: File): Promise<EventPlan> => finished(story.as(inspector).warnings.planEvents({ file }))
const take = async (story: Story, file: File) => finished(story.as(inspector).warnings.applyEvents({ planId: (await plan(story, file)).planId }))
const nameless = () => new File(['时间,内容,部门\n2026-06-01,审批超时,行政审批股\n2026-06-02,审批超时,行政审批股\n'], 'a.csv')
const events = async (story: Story, more: object = {}) => (await story.as(officer).warnings.events({ states: [], ...more })).rows

describe('an events file', () => {
  it('is tried first: new, known, rejected with row, column and a code; nothing is changed', async () => {
    await withStory(async (story) => {
      const tried = await plan(story, csv(...lines, lines[0] ?? '', 'E-1,2026-06-09,,,,,,,,另一件事'))
      expect(tried).toMatchObject({ fresh: 3, known: 0, rejected: 3, unlinked: 1 })
      expect(tried.issues).toEqual([
        { row: 6, column: '发生时间', code: 'event.time-unreadable', params: { value: '不详' } },
        { row: 7, column: null, code: 'event.twice', params: { eventNo: 'E-1', first: 3 } },
        { row: 8, column: null, code: 'event.number-twice', params: { eventNo: 'E-1', first: 3 } },
      ])
      expect(tried.columns.map(({ field }) => field)).toEqual(['eventNo', 'happenedAt', 'powerCode', 'powerName', 'step', 'caseNo', 'department', 'kind', 'level', 'text'])
      expect(await events(story)).toEqual([])
    })
  })

  it('is taken in once: the same file again changes nothing, in whatever encoding it comes', async () => {
    await withStory(async (story) => {
      expect(await take(story, csv(...lines))).toMatchObject({ events: 3 })
      const before = story.sample.register.database.connection.prepare('SELECT count(*) FROM audit_entry').pluck().get()
      const again = await plan(story, csv(...lines))
      expect(again).toMatchObject({ fresh: 0, known: 3 })
      expect(await finished(story.as(inspector).warnings.applyEvents({ planId: again.planId }))).toEqual({ batchId: null, events: 0 })
      // "E-9,2026-06-05,,,,,,,,审批超时" under the same header, as an older Windows writes it.
      const gb = new File([Uint8Array.from([...gb18030(header), 0x0d, 0x0a, ...gb18030('E-1,2026-06-01 09:30,0100001,取水许可审批,受理,A2026-1,行政审批股,时限异常,黄色,受理超过法定时限 2 个工作日')])], 'events.csv')
      expect(await plan(story, gb)).toMatchObject({ fresh: 0, known: 1, rejected: 0 })
      expect(story.sample.register.database.connection.prepare('SELECT count(*) FROM audit_entry').pluck().get()).toBe(before)
      expect(await story.as(inspector).warnings.eventBatches()).toHaveLength(1)
    })
  })

  it('never overwrites an event that is registered under the same number', async () => {
    await withStory(async (story) => {
      await take(story, csv(...lines))
      const other = await plan(story, csv('E-1,2026-06-01 09:30,0100001,取水许可审批,受理,A2026-1,行政审批股,时限异常,黄色,改过的说法'))
      expect(other).toMatchObject({ fresh: 0, known: 0, rejected: 1, issues: [{ code: 'event.differs' }] })
    })
  })

  it('ties events to powers by code, then by name, and to the one point on a step; the others wait for a hand', async () => {
    await withStory(async (story) => {
      const { register, licence, tender, approvals } = story.sample
      const { steps } = await story.as(officer).powers.get({ id: licence })
      const onStep = await register.change((change) => createRiskPoint(change, { powerId: licence, departmentId: approvals, stepId: steps[0]?.id ?? null, manifestation: '受理环节的风险' }))
      await take(story, csv(...lines))
      expect((await events(story)).map((event) => [event.eventNo, event.powerId, event.linkedBy, event.riskPointId, event.departmentName])).toEqual([
        ['E-3', null, null, null, null], ['E-2', tender, 'name', null, '建设管理股'], ['E-1', licence, 'code', onStep, '行政审批股'],
      ])
      const [open] = await events(story, { unlinked: true })
      if (open === undefined) throw new Error('nothing waits')
      await expect(story.as(inspector).warnings.linkEvent({ id: open.id, revision: open.revision, powerId: tender, riskPointId: onStep })).rejects.toMatchObject({ data: { code: 'warning.point-of-another-power' } })
      await story.as(inspector).warnings.linkEvent({ id: open.id, revision: open.revision, powerId: licence, riskPointId: onStep })
      expect(await events(story, { unlinked: true })).toEqual([])
      await expect(story.as(officer).warnings.linkEvent({ id: open.id, revision: 2, powerId: licence })).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    })
  })

  it('becomes a warning with one click, at the level its word means, or is dismissed with a reason', async () => {
    await withStory(async (story) => {
      await take(story, csv(...lines))
      const [third, second, first] = await events(story)
      if (first === undefined || second === undefined || third === undefined) throw new Error('events are missing')
      const client = story.as(inspector)
      const { warningId } = await client.warnings.warnOfEvent({ id: second.id, revision: 1 })
      expect((await client.warnings.get({ id: warningId })).warning).toMatchObject({ sourceCode: 'supervision', levelCode: 'red', departmentName: '建设管理股', powerId: story.sample.tender, situation: '流程异常\n招标公告期不足\nB-7', subjectId: second.id })
      const lightest = await client.warnings.warnOfEvent({ id: third.id, revision: 1 })
      expect((await client.warnings.get({ id: lightest.warningId })).warning).toMatchObject({ levelCode: 'yellow', object: '河道采砂许可', departmentId: null })
      await expect(client.warnings.dismissEvents({ sheets: [{ id: first.id, revision: 1 }], reason: ' ' })).rejects.toMatchObject({ data: { code: 'event.reason-missing' } })
      await client.warnings.dismissEvents({ sheets: [{ id: first.id, revision: 1 }], reason: '系统误报' })
      expect((await events(story)).map(({ state, settledReason }) => [state, settledReason])).toEqual([['warned', ''], ['warned', ''], ['dismissed', '系统误报']])
      await expect(client.warnings.warnOfEvent({ id: first.id, revision: 2 })).rejects.toMatchObject({ data: { code: 'event.settled' } })
    })
  })

  it('is taken back as a whole while nothing rests on it, and can then be taken in again', async () => {
    await withStory(async (story) => {
      const client = story.as(inspector)
      const { batchId } = await take(story, csv(...lines))
      expect(await client.warnings.undoEvents({ batchId: batchId ?? '' })).toEqual({ withdrawn: 3 })
      expect(await events(story, { states: ['open'] })).toEqual([])
      await expect(client.warnings.undoEvents({ batchId: batchId ?? '' })).rejects.toMatchObject({ data: { code: 'event.batch-unknown' } })
      const anew = await take(story, csv(...lines))
      expect(anew.events).toBe(3)
      const [event] = await events(story, { states: ['open'] })
      await client.warnings.warnOfEvent({ id: event?.id ?? '', revision: 1 })
      await expect(client.warnings.undoEvents({ batchId: anew.batchId ?? '' })).rejects.toMatchObject({ data: { code: 'event.built-upon', params: { count: 1 } } })
    })
  })

  it('without a number is known again by all it says; without a header it is refused', async () => {
    await withStory(async (story) => {
      expect(await take(story, nameless())).toMatchObject({ events: 2 })
      expect(await plan(story, nameless())).toMatchObject({ fresh: 0, known: 2 })
      await expect(plan(story, new File(['甲,乙,丙\n1,2,3\n'], 'b.csv'))).rejects.toMatchObject({ data: { code: 'event.no-header' } })
    })
  })
})

describe('columns and times', () => {
  it('are recognised by the names platforms give them, in both languages', () => {
    expect(findColumns([['说明一行'], ['Event No.', 'Time', 'Power', 'Description', '备用']])?.fields).toEqual(['eventNo', 'happenedAt', 'powerName', 'text', undefined])
    expect(findColumns([['编号', '时间', '时间', '内容']])?.fields).toEqual(['eventNo', 'happenedAt', undefined, 'text'])
    expect(findColumns([['编号', '名称']])).toBeUndefined()
  })

  it('keep the time where one stands', () => {
    expect(['2026-06-01 9:05', '2026年6月1日 09:05:30', '2026/6/1', '2026-06-01T09:05:00Z', '2026-06-01 25:00', '长期', ''].map(momentOf))
      .toEqual(['2026-06-01 09:05', '2026-06-01 09:05', '2026-06-01', '2026-06-01 09:05', undefined, undefined, undefined])
  })
})

/** Text in GB18030, two bytes for each Chinese sign of these tests. */
function gb18030(text: string): number[] {
  const table = new Map<string, [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return [...text].flatMap((sign) => (sign.codePointAt(0) ?? 0) < 0x80 ? [sign.codePointAt(0) ?? 0] : table.get(sign) ?? [0x3f])
}
