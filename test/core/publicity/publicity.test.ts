import { describe, expect, it } from 'vitest'
import { codesOf, names, one, outcome, withStory } from '../review/review-story.ts'
import { attach, drawnUp, everything, finished, passDays, toPublicity } from './publicity-story.ts'

const { inspector, officer } = names
const aPublicList = { kind: 'publicity-list', year: 2026, edition: 'public', purpose: '政务公开栏张贴' } as const
const code = (value: string) => ({ data: { code: value } })

describe('a publicity list', () => {
  it('lasts as many working days as the ladder says, from today on', async () => {
    await withStory(async ({ as }) => {
      // Monday the 15th counts; seven working days end on Tuesday of the next week.
      expect(await as(inspector).publicity.start()).toEqual({ days: 7, startsOn: '2026-06-15', endsOn: '2026-06-23', waiting: 0 })
      await as(inspector).review.saveCalendar({ year: 2026, days: [{ day: '2026-06-19', kind: 'off', name: '端午节' }] })
      expect((await as(inspector).publicity.start()).endsOn).toBe('2026-06-24')
      expect(await as(inspector).publicity.period({ startsOn: '2026-06-20', days: 1 })).toEqual({ endsOn: '2026-06-22' })
    })
  })

  it('takes in what waits but for what is left out, and what is on it waits for no other', async () => {
    await withStory(async (story) => {
      const [first, second, draft] = [await story.point('low'), await story.point('low'), await story.point('low')]
      for (const id of [first, second]) await toPublicity(story, id)
      const list = await drawnUp(story, [second])
      const entries = await story.as(inspector).publicity.entries({ id: list.id })
      expect(entries.rows.map(({ riskPointId }) => riskPointId)).toEqual([first])
      const waiting = await story.as(inspector).publicity.waiting({ scope: everything })
      expect(waiting.rows.map(({ riskPointId }) => riskPointId)).toEqual([second])
      expect(waiting.rows.map(({ riskPointId }) => riskPointId)).not.toContain(draft)
      await expect(story.as(inspector).publicity.leaveOut({ ...list, riskPointIds: [first] })).rejects.toMatchObject(code('publicity.nothing-left'))
      await story.as(inspector).publicity.drop(list)
      expect((await story.as(inspector).publicity.waiting({ scope: everything })).total).toBe(2)
    })
  })

  it('is the office’s: writers are refused', async () => {
    await withStory(async (story) => {
      await toPublicity(story, await story.point('low'))
      await expect(story.as(officer).publicity.create({ title: '公示', place: '', startsOn: '2026-06-15', endsOn: '2026-06-20', scope: everything })).rejects.toMatchObject(code('permission.missing'))
    })
  })

  it('is posted with evidence, closed after its period, and its entries go on to filing and in force', async () => {
    await withStory(async (story) => {
      const office = story.as(inspector)
      const id = await story.point('medium')
      await toPublicity(story, id)
      const list = await drawnUp(story)
      await expect(office.publicity.post(list)).rejects.toMatchObject(code('publicity.evidence-missing'))
      const file = await attach(story, 'publicity', list.id)
      const posted = await office.publicity.post(list)
      await expect(office.publicity.change({ ...posted, title: '改', place: '', startsOn: '2026-06-15', endsOn: '2026-06-16' })).rejects.toMatchObject(code('publicity.not-drawn-up'))
      await expect(finished(office.publicity.close(posted))).rejects.toMatchObject(code('publicity.not-over'))
      passDays(story, 9)
      expect(await finished(office.publicity.close(posted))).toEqual({ moved: 1 })
      expect(await story.entry(id)).toMatchObject({ entry_state: 'filing', entry_due_on: '2026-07-08' })
      const { levels } = await office.review.desk({ id })
      expect(levels.at(-1)).toMatchObject({ action: 'publish', role: 'inspector', person: inspector, evidence: [file] })
      expect((await office.publicity.lists()).map(({ state, entries }) => [state, entries])).toEqual([['closed', 1]])

      const sheet = await office.filing.create({ title: '备案表', documentNumber: '龙水〔2026〕1号', recipient: '县纪委监委', datedOn: '2026-06-24', scope: everything })
      await expect(finished(office.filing.file({ ...sheet, receivedOn: '2026-06-23' }))).rejects.toMatchObject(code('filing.received-before'))
      await attach(story, 'filing', sheet.id)
      expect(await finished(office.filing.file({ ...sheet, receivedOn: '2026-06-24', receiptNumber: '回执7号' }))).toEqual({ moved: 1 })
      expect(await story.entry(id)).toMatchObject({ entry_state: 'in-force', entry_due_on: null })
      expect(await office.filing.sheets()).toMatchObject([{ state: 'filed', entries: 1, evidence: 1, receiptNumber: '回执7号', filedBy: inspector }])
    })
  })

  it('cannot be closed while an objection is open; one that is upheld returns its entry to the writers', async () => {
    await withStory(async (story) => {
      const office = story.as(inspector)
      const [kept, doubted] = [await story.point('low'), await story.point('low')]
      for (const id of [kept, doubted]) await toPublicity(story, id)
      const list = await drawnUp(story)
      await expect(office.publicity.object({ id: list.id, way: 'phone', text: '太早', receivedOn: '2026-06-15' })).rejects.toMatchObject(code('publicity.not-posted'))
      await attach(story, 'publicity', list.id)
      const posted = await office.publicity.post(list)
      const specific = await office.publicity.object({ id: list.id, riskPointId: doubted, raisedBy: '', way: 'letter', text: '表现形式与实际不符', receivedOn: '2026-06-16' })
      const general = await office.publicity.object({ id: list.id, raisedBy: '某企业', way: 'visit', text: '公示内容过于笼统', receivedOn: '2026-06-17' })
      passDays(story, 9)
      await expect(finished(office.publicity.close(posted))).rejects.toMatchObject({ data: { code: 'publicity.unanswered', params: { open: 2 } } })
      expect(await office.publicity.answer({ objectionId: specific.id, upheld: true, text: '属实，退回修改' })).toMatchObject({ returned: 1 })
      await expect(office.publicity.answer({ objectionId: specific.id, upheld: false, text: '再答' })).rejects.toMatchObject(code('publicity.answered'))
      await expect(office.publicity.answer({ objectionId: general.id, upheld: true, text: '成立' })).rejects.toMatchObject(code('publicity.upheld-without-entry'))
      await office.publicity.answer({ objectionId: general.id, upheld: false, text: '已作说明' })
      expect(await story.entry(doubted)).toMatchObject({ entry_state: 'returned' })
      expect((await office.review.desk({ id: doubted })).levels.at(-1)).toMatchObject({ action: 'return', reason: '表现形式与实际不符', hasSnapshot: true })
      expect(await finished(office.publicity.close(posted))).toEqual({ moved: 1 })
      expect((await story.entry(kept)).entry_state).toBe('filing')
      const { objections } = await office.publicity.get({ id: list.id })
      expect(objections.map(({ raisedBy, answer }) => [raisedBy, answer?.upheld])).toEqual([['', true], ['某企业', false]])
      // Its writers change it and hand it in again.
      expect(codesOf(await outcome(story.as(officer).review.submit({ selection: one(doubted) })))).toEqual([])
    })
  })

  it('keeps objections and answers for good', async () => {
    await withStory(async (story) => {
      await toPublicity(story, await story.point('low'))
      const list = await drawnUp(story)
      await attach(story, 'publicity', list.id)
      await story.as(inspector).publicity.post(list)
      const { id } = await story.as(inspector).publicity.object({ id: list.id, way: 'mail', text: '请说明依据', receivedOn: '2026-06-15' })
      await story.as(inspector).publicity.answer({ objectionId: id, upheld: false, text: '依据见清单' })
      const { connection } = story.sample.register.database
      for (const table of ['publicity_objection', 'publicity_answer']) {
        expect(() => connection.exec(`UPDATE ${table} SET text = '改'`)).toThrow(/never changes/u)
        expect(() => connection.exec(`DELETE FROM ${table}`)).toThrow(/never changes/u)
      }
      const sealed = connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM audit_entry WHERE sealed LIKE '%publicity_%'").get()
      expect(sealed?.n).toBe(2)
    })
  })
})

describe('what is printed', () => {
  it('names nobody, and of the heaviest grade does not say how it shows', async () => {
    await withStory(async (story) => {
      const office = story.as(inspector)
      const [high, low] = [await story.point('high'), await story.point('low')]
      for (const id of [high, low]) {
        const { revision } = await story.as(officer).risks.get({ id })
        await story.as(officer).risks.save({ items: [{ id, revision, patch: { directOwner: '直接责任人甲', departmentHead: '科长乙' } }] })
        await toPublicity(story, id)
      }
      const texts = await Promise.all([high, low].map(async (id) => (await office.risks.get({ id })).manifestation))
      const list = await drawnUp(story)
      const file = await finished(office.reports.write({ ...aPublicList, subject: list.id, format: 'xlsx', locale: 'zh-CN' }))
      expect(file.name).toBe('廉政风险点公示（公示版）.xlsx')
      const { readXlsx } = await import('hucre')
      const cells = JSON.stringify((await readXlsx(new Uint8Array(await file.arrayBuffer()))).sheets.map(({ rows }) => rows))
      expect(cells).toContain('2026年6月15日起至2026年6月23日止，共7个工作日')
      expect(cells).toContain(texts[1])
      expect(cells).not.toContain(texts[0])
      expect(cells).toContain('不予公开')
      for (const name of ['直接责任人甲', '科长乙', officer]) expect(cells).not.toContain(name)
      const word = await finished(office.reports.write({ ...aPublicList, subject: list.id, format: 'docx', locale: 'en' }))
      expect(word.size).toBeGreaterThan(5000)
    })
  })
})
