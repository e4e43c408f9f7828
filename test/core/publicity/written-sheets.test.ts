import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createPower } from '#core/powers/power-records.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { officer as testOfficer } from '#test/core/helpers/register.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { drawnUp, everything, finished, passDays, toPublicity } from './publicity-story.ts'

const { inspector } = names

/** One paper of each form of the office with something in it, and the entry all of them are about. */
async function withPapers(work: (story: Story, papers: Papers) => Promise<void>): Promise<void> {
  await withStory(async (story) => {
    const [id, other] = [await story.point('medium'), await story.point('low')]
    await story.sample.register.change((change) => createMeasure(change, { content: '双人复核', riskPointIds: [id], term: 'long-term' }))
    for (const point of [id, other]) await toPublicity(story, point)
    const list = await drawnUp(story)
    const { id: sheet } = await story.sample.register.change(async (change) => {
      // How entries come to be waiting for filing is tried elsewhere; here they stand on a sheet.
      const sheetId = change.newId()
      await change.db.insertInto('filing_sheet').values({ id: sheetId, title: '廉政风险点备案表', document_number: '龙水〔2026〕1号', recipient: '县纪委监委', dated_on: '2026-06-24', received_on: null, drawn_up_by: inspector, created_at: change.at, updated_at: change.at }).execute()
      await change.db.insertInto('listed_entry').values([id, other].map((risk_point_id, position) => ({ list_id: sheetId, position, step: 'filing' as const, risk_point_id, outcome: 'filed' as const }))).execute()
      await change.record({ action: 'filing.create', entity: 'filing', entityId: sheetId })
      return { id: sheetId }
    })
    await work(story, { point: id, other, subjects: { 'publicity-list': list.id, 'filing-sheet': sheet, 'change-sheet': '2026-06', 'review-sheet': id } })
  })
}

const kinds = ['publicity-list', 'filing-sheet', 'change-sheet', 'review-sheet'] as const
type Kind = (typeof kinds)[number]
interface Papers { readonly point: string; readonly other: string; readonly subjects: Readonly<Record<Kind, string>> }

const write = (story: Story, kind: Kind, { subjects }: Papers, purpose = '报送备案'): Promise<File> => story.as(inspector).reports.write({
  kind, year: 2026, edition: kind === 'publicity-list' ? 'public' : 'internal', locale: 'zh-CN', format: 'docx', subject: subjects[kind], purpose,
}).then((work) => finished(Promise.resolve(work)))

const textOf = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, '')

describe('the papers of publicity, filing and changes', () => {
  it('bear number, edition and head of the log, and stand in the log of exports with their purpose', async () => {
    await withPapers(async (story, papers) => {
      for (const kind of kinds) {
        const bytes = new Uint8Array(await (await write(story, kind, papers, `用途 ${kind}`)).arrayBuffer())
        const { rows: [logged] } = await story.as(inspector).reports.exports({ kinds: [kind], offset: 0, limit: 10 })
        expect(logged).toMatchObject({ kind, purpose: `用途 ${kind}`, exportedBy: inspector, sha256: createHash('sha256').update(bytes).digest('hex') })
        const body = textOf(bytes, 'word/document.xml')
        for (const printed of [logged?.reportNumber ?? '?', kind === 'publicity-list' ? '公示版' : '内部版', logged?.headHash ?? '?']) expect(body).toContain(printed)
        // A sheet may be dated later than the day whose register it was written from.
        expect(body).toContain('数据来源：2026年6月15日')
      }
    })
  })

  it('are not written without a purpose', async () => {
    await withPapers(async (story, papers) => {
      for (const kind of kinds) await expect(write(story, kind, papers, '  ')).rejects.toMatchObject({ data: { code: 'report.purpose-missing' } })
    })
  })

  it('are written from the frozen year once there is one, and add up there as well', async () => {
    await withPapers(async (story, papers) => {
      await finish(freezeYear(story.sample.register.core, testOfficer, 2026))
      for (const kind of kinds) {
        await write(story, kind, papers)
        const { rows: [logged] } = await story.as(inspector).reports.exports({ kinds: [kind], offset: 0, limit: 10 })
        expect(logged?.archiveHash).toMatch(/^[0-9a-f]{64}$/u)
      }
    })
  })

  it('tell of a frozen year what had changed until then, and nothing of what came after', async () => {
    await withPapers(async (story, papers) => {
      const monthly = async () => textOf(new Uint8Array(await (await write(story, 'change-sheet', papers)).arrayBuffer()), 'word/document.xml')
      expect(await monthly()).toContain('职权变动 2 项')
      await finish(freezeYear(story.sample.register.core, testOfficer, 2026))
      passDays(story, 1)
      await story.sample.register.change((change) => createPower(change, { name: '后来的职权' }))
      const frozen = await monthly()
      expect(frozen).toContain('职权变动 2 项')
      expect(frozen).not.toContain('后来的职权')
    })
  })

  it('of a month are found by the month, whatever year is open', async () => {
    await withPapers(async (story, papers) => {
      const file = await finished(story.as(inspector).reports.write({ kind: 'change-sheet', year: 2027, edition: 'internal', locale: 'zh-CN', format: 'xlsx', subject: papers.subjects['change-sheet'], purpose: '月报' }))
      expect(file.name).toContain('2026年6月廉政风险动态调整情况表')
    })
  })
})

/** What each paper is refused for once the register was tampered with behind the program's back. */
const tampered: readonly (readonly [kind: Kind, how: string, sql: (papers: Papers) => string, says: string])[] = [
  ['publicity-list', 'an entry was deleted from the list', ({ subjects }) => `DELETE FROM listed_entry WHERE list_id = '${subjects['publicity-list']}' AND position = 1`, '清单现有条数与拟定时的条数不符：表列2，实计1'],
  ['publicity-list', 'a power is gone, and its entry with it', ({ point }) => `UPDATE risk_point SET power_id = 'gone' WHERE id = '${point}'`, '表中行数与登记总数不符'],
  ['publicity-list', 'measures are gone', ({ point }) => `UPDATE risk_point SET measure_count = measure_count + 1 WHERE id = '${point}'`, '表中防控措施条数与登记的措施数不符'],
  ['filing-sheet', 'an entry was deleted from the sheet', ({ subjects }) => `DELETE FROM listed_entry WHERE list_id = '${subjects['filing-sheet']}' AND position = 0`, '清单现有条数与拟定时的条数不符'],
  ['filing-sheet', 'a power is gone, and its entry with it', ({ point }) => `UPDATE risk_point SET power_id = 'gone' WHERE id = '${point}'`, '表中该等级的行数与登记合计不符'],
  ['change-sheet', 'an entry is gone whose determination stands', ({ other }) => `UPDATE risk_point SET power_id = 'gone' WHERE id = '${other}'`, '表中该类变动的行数与登记合计不符'],
  ['review-sheet', 'a decision was deleted', ({ point }) => `DELETE FROM review_decision WHERE number = (SELECT number FROM review_decision WHERE risk_point_id = '${point}' ORDER BY number LIMIT 1 OFFSET 2)`, '审核记录前后不衔接，或与当前状态不符'],
  ['review-sheet', 'the entry was moved without a decision', ({ point }) => `UPDATE risk_point SET entry_state = 'in-force' WHERE id = '${point}'`, '审核记录前后不衔接，或与当前状态不符'],
  ['review-sheet', 'measures are gone', ({ point }) => `UPDATE risk_point SET measure_count = measure_count + 1 WHERE id = '${point}'`, '表中防控措施条数与登记的措施数不符'],
]

describe('a paper whose rows do not add up is refused with what does not', () => {
  it.each(tampered)('%s: %s', async (kind, _how, sql, says) => {
    await withPapers(async (story, papers) => {
      await write(story, kind, papers)
      const { connection } = story.sample.register.database
      connection.pragma('foreign_keys = OFF')
      for (const { name } of connection.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('risk_point', 'review_decision', 'listed_entry')").all()) connection.exec(`DROP TRIGGER ${name}`)
      connection.exec(sql(papers))
      await expect(write(story, kind, papers)).rejects.toMatchObject({ data: { code: 'report.doesNotFoot', params: { list: expect.stringContaining(says) as string } } })
    })
  })

  it('an account that was given is held against the figure kept with it', async () => {
    await withPapers(async (story, papers) => {
      passDays(story, 17)
      await story.as(inspector).changeSheets.make({ month: '2026-06' })
      await write(story, 'change-sheet', papers)
      const { connection } = story.sample.register.database
      for (const { name } of connection.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'change_sheet'").all()) connection.exec(`DROP TRIGGER ${name}`)
      connection.exec("UPDATE change_sheet SET content = json_remove(content, '$.entries[0]')")
      await expect(write(story, 'change-sheet', papers)).rejects.toMatchObject({ data: { code: 'report.doesNotFoot', params: { list: expect.stringContaining('表中行数与登记总数不符') as string } } })
    })
  })
})

it('the paper of a list that was drawn up and cut short still adds up', async () => {
  await withStory(async (story) => {
    const office = story.as(inspector)
    const [first, second] = [await story.point('low'), await story.point('low')]
    for (const id of [first, second]) await toPublicity(story, id)
    const { startsOn, endsOn } = await office.publicity.start()
    const list = await office.publicity.create({ title: '公示', place: '', startsOn, endsOn, scope: everything })
    await office.publicity.leaveOut({ ...list, riskPointIds: [second] })
    const file = await finished(office.reports.write({ kind: 'publicity-list', year: 2026, edition: 'public', locale: 'en', format: 'docx', subject: list.id, purpose: 'Publication' }))
    expect(textOf(new Uint8Array(await file.arrayBuffer()), 'word/document.xml')).toContain('hereby publishes 1 integrity risk point with')
  })
})
