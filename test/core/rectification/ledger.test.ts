import { describe, expect, it } from 'vitest'
import type { ContractClient } from '#shared/contract/index.ts'
import { rectificationStates } from '#shared/model/rectification.ts'
import { openRectification } from '#core/rectification/open.ts'
import { chainProblems } from '#core/evidence/chain-problems.ts'
import { assignPost } from '#core/people/holdings.ts'
import { auditOf } from '../helpers/sample.ts'
import { finished } from '../publicity/publicity-story.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'

const { officer, head, leader, chief, inspector, other } = names
const problem = (more: object = {}) => ({ problem: '现场核查记录不全', source: 'audit' as const, sourceNote: '审计报告〔2026〕5号', foundOn: '2026-06-10', dueOn: '2026-06-30', measure: '补齐记录', ...more })

const opened = async ({ as, sample }: Story, by: string, more: object = {}) => as(by).rectification.open({ ...problem(), departmentId: sample.approvals, ...more })
const evidence = async (client: ContractClient, entityId: string): Promise<string> =>
  (await client.attachments.add({ entity: 'rectification', entityId, file: new File(['核查记录'], '核查记录.pdf', { type: 'application/pdf' }) })).id

/** Opens an entry and reports it mended. */
async function mended(story: Story, { by = inspector, mender = officer, more = {} }: { by?: string; mender?: string; more?: object } = {}) {
  const { id, revision } = await opened(story, by, more)
  const file = await evidence(story.as(mender), id)
  return story.as(mender).rectification.rectify({ id, revision, text: '已补齐全部记录', evidence: [file] })
}

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason)
  return (error as { data?: { code?: string } } | undefined)?.data?.code ?? String(error)
}

describe('a problem', () => {
  it('goes from finding through evidence to closing, each step kept for good', async () => {
    await withStory(async (story) => {
      const { as, sample: { register } } = story
      const done = await mended(story)
      expect(done.state).toBe('rectified')
      const closed = await as(leader).rectification.close({ id: done.id, revision: done.revision, text: '现场核实' })
      expect(closed.state).toBe('closed')
      const entry = await as(officer).rectification.get({ id: done.id })
      expect(entry).toMatchObject({ state: 'closed', outcome: '已补齐全部记录', rectifiedOn: '2026-06-15', rectifiedBy: officer, closedOn: '2026-06-15', closedBy: leader, departmentName: '行政审批股' })
      expect(entry.steps.map(({ action, toState, person }) => [action, toState, person])).toEqual([['open', 'open', inspector], ['rectify', 'rectified', officer], ['close', 'closed', leader]])
      expect(entry.steps[1]?.evidence).toHaveLength(1)
      expect(auditOf(register, done.id).map(({ action }) => action)).toEqual(['rectification.open', 'rectification.rectify', 'rectification.close'])
      const { connection } = register.database
      expect(() => connection.exec("UPDATE rectification_step SET text = '改'")).toThrow(/never changes/u)
      expect(() => connection.exec('DELETE FROM rectification_step')).toThrow(/never changes/u)
      expect(() => connection.exec("UPDATE rectification SET recorded_by = '别人'")).toThrow(/never changes/u)
      expect(() => connection.exec('DELETE FROM rectification')).toThrow(/never removed/u)
      expect(chainProblems(connection)).toEqual([])
    })
  })

  it('is not reported as mended without evidence of its own', async () => {
    await withStory(async (story) => {
      const { as } = story
      const [{ id, revision }, another] = [await opened(story, inspector), await opened(story, inspector)]
      const foreign = await evidence(as(officer), another.id)
      expect(await refusal(as(officer).rectification.rectify({ id, revision, text: '已改', evidence: [] }))).toBe('rectification.evidence-missing')
      expect(await refusal(as(officer).rectification.rectify({ id, revision, text: '已改', evidence: [foreign] }))).toBe('rectification.evidence-missing')
    })
  })

  it('is given back with the reason, mended again, closed, and opened again', async () => {
    await withStory(async (story) => {
      const { as } = story
      const first = await mended(story)
      const back = await as(leader).rectification.return({ id: first.id, revision: first.revision, text: '记录仍缺签字' })
      expect(back.state).toBe('returned')
      const again = await as(officer).rectification.rectify({ id: back.id, revision: back.revision, text: '已补签字', evidence: [await evidence(as(officer), back.id)] })
      const closed = await as(leader).rectification.close({ id: again.id, revision: again.revision })
      const open = await as(inspector).rectification.reopen({ id: closed.id, revision: closed.revision, text: '回头看发现反弹', dueOn: '2026-07-31' })
      expect(open.state).toBe('open')
      expect(await as(officer).rectification.get({ id: open.id })).toMatchObject({ closedOn: null, closedBy: null, dueOn: '2026-07-31' })
    })
  })

  it('takes only the step its state allows, and only from whoever saw how it stands', async () => {
    await withStory(async (story) => {
      const { as } = story
      const { id, revision } = await opened(story, inspector)
      expect(await refusal(as(leader).rectification.close({ id, revision }))).toBe('rectification.state')
      expect(await refusal(as(leader).rectification.reopen({ id, revision, text: '再改', dueOn: '2026-07-01' }))).toBe('rectification.state')
      await expect(as(officer).rectification.save({ id, revision: revision + 1, patch: { measure: '培训' } })).rejects.toMatchObject({ code: 'STALE' })
      const saved = await as(officer).rectification.save({ id, revision, patch: { measure: '培训' } })
      expect(saved.revision).toBe(revision + 1)
      // Saying the same again changes nothing and leaves no step.
      expect(await as(officer).rectification.save({ id, revision: saved.revision, patch: { measure: '培训' } })).toEqual(saved)
      expect((await as(officer).rectification.get({ id })).steps.map(({ action }) => action)).toEqual(['open', 'change'])
    })
  })

  it('keeps the files it was closed by', async () => {
    await withStory(async (story) => {
      const { as } = story
      const done = await mended(story)
      const [file] = await as(officer).attachments.list({ entityId: done.id })
      expect(await refusal(as(officer).attachments.withdraw({ attachmentId: file?.id ?? '' }))).toBe('attachment.in-use')
      await as(leader).rectification.close({ id: done.id, revision: done.revision })
      expect(await refusal(evidence(as(officer), done.id))).toBe('rectification.closed')
    })
  })

  it('is refused with dates that cannot be and about what does not exist', async () => {
    await withStory(async (story) => {
      expect(await refusal(opened(story, inspector, { foundOn: '2026-06-16' }))).toBe('rectification.found-later')
      expect(await refusal(opened(story, inspector, { dueOn: '2026-06-09' }))).toBe('rectification.due-before')
      expect(await refusal(opened(story, inspector, { subject: { entity: 'risk-point', id: story.sample.licence } }))).toBe('rectification.subject-unknown')
      const { id } = await opened(story, inspector, { subject: { entity: 'power', id: story.sample.licence } })
      expect((await story.as(officer).rectification.get({ id })).subject).toEqual({ entity: 'power', id: story.sample.licence, label: '取水许可审批' })
    })
  })
})

describe('four eyes', () => {
  it('keep whoever recorded, owns or mended a problem from judging it', async () => {
    await withStory(async (story) => {
      const { as, sample, ids } = story
      const byLeader = await mended(story, { by: leader })
      expect(await refusal(as(leader).rectification.close({ id: byLeader.id, revision: byLeader.revision }))).toBe('rectification.own')
      expect(await refusal(as(leader).rectification.return({ id: byLeader.id, revision: byLeader.revision, text: '不行' }))).toBe('rectification.own')
      expect((await as(leader).rectification.get({ id: byLeader.id })).party).toBe(true)
      expect((await as(chief).rectification.get({ id: byLeader.id })).party).toBe(false)

      const owned = await mended(story, { more: { owner: chief } })
      expect(await refusal(as(chief).rectification.close({ id: owned.id, revision: owned.revision }))).toBe('rectification.own')
      // Nor by giving it away before it is mended.
      const begun = await opened(story, inspector, { owner: chief })
      const given = await as(chief).rectification.save({ id: begun.id, revision: begun.revision, patch: { owner: '王某某' } })
      const evident = await evidence(as(officer), begun.id)
      const givenAway = await as(officer).rectification.rectify({ id: begun.id, revision: given.revision, text: '已改', evidence: [evident] })
      expect(await refusal(as(chief).rectification.close({ id: begun.id, revision: givenAway.revision }))).toBe('rectification.own')

      const menders = await mended(story, { mender: leader })
      expect(await refusal(as(leader).rectification.close({ id: menders.id, revision: menders.revision }))).toBe('rectification.own')

      await sample.register.change((change) => assignPost(change, { postId: sample.approvalPost, personId: ids.get(leader) ?? '', since: '2026-01-01', until: '2026-06-12', alongside: false }))
      const ofPost = await mended(story, { more: { ownerPostId: sample.approvalPost } })
      expect(await refusal(as(leader).rectification.close({ id: ofPost.id, revision: ofPost.revision }))).toBe('rectification.own')
      expect((await as(chief).rectification.close({ id: ofPost.id, revision: ofPost.revision })).state).toBe('closed')
    })
  })

  it('and the reach of a role are asked for every entry', async () => {
    await withStory(async (story) => {
      const { as, sample } = story
      expect(await refusal(opened(story, officer, { departmentId: sample.works }))).toBe('permission.elsewhere')
      const { id, revision } = await opened(story, inspector, { departmentId: sample.works })
      expect(await refusal(as(officer).rectification.save({ id, revision, patch: { measure: '改' } }))).toBe('permission.elsewhere')
      expect(await refusal(as(head).rectification.close({ id, revision }))).toBe('permission.missing')
      const own = await opened(story, officer)
      expect(await refusal(as(other).rectification.save({ id: own.id, revision: own.revision, patch: { departmentId: sample.works } }))).toBe('permission.elsewhere')
      // A post alone names the department.
      expect(await refusal(as(officer).rectification.open({ ...problem(), ownerPostId: sample.worksPost }))).toBe('permission.elsewhere')
    })
  })
})

describe('the list', () => {
  it('is filtered by state, department, source and lateness, with the counts beside it', async () => {
    await withStory(async (story) => {
      const { as, sample: { works, register } } = story
      await opened(story, inspector, { dueOn: '2026-06-15' })
      await opened(story, inspector, { departmentId: works, source: 'patrol' })
      const done = await mended(story)
      await as(leader).rectification.close({ id: done.id, revision: done.revision })
      const list = (filter: object) => as(officer).rectification.list({ filter })
      expect(await list({})).toMatchObject({ total: 3, overdue: 0, counts: { open: 2, rectified: 0, returned: 0, closed: 1 } })
      expect((await list({ states: ['closed'] })).rows.map(({ id }) => id)).toEqual([done.id])
      expect((await list({ sources: ['patrol'] })).rows).toMatchObject([{ departmentName: '建设管理股', source: 'patrol' }])
      expect((await list({ departmentIds: [works] })).total).toBe(1)
      register.clock.pass(86_400_000)
      expect(await list({ overdue: true })).toMatchObject({ total: 1, overdue: 1, rows: [{ dueOn: '2026-06-15', overdue: true }] })
      expect((await list({ states: [...rectificationStates], departmentIds: [works] })).overdue).toBe(0)
    })
  })

  it('gives several entries another term at once, and passes over what needs none', async () => {
    await withStory(async (story) => {
      const { as, sample: { register } } = story
      const [one, two] = [await opened(story, inspector), await opened(story, inspector)]
      const done = await mended(story)
      const ids = [one.id, two.id, done.id]
      expect(await refusal(as(officer).rectification.changeTerm({ ids, dueOn: '2026-07-31', reason: '汛期' }))).toBe('permission.missing')
      expect(await refusal(as(leader).rectification.changeTerm({ ids, dueOn: '2026-06-14', reason: '汛期' }))).toBe('rectification.due-past')
      expect(await as(leader).rectification.changeTerm({ ids, dueOn: '2026-07-31', reason: '汛期' })).toEqual({ changed: 2 })
      expect(await as(leader).rectification.changeTerm({ ids, dueOn: '2026-07-31', reason: '汛期' })).toEqual({ changed: 0 })
      expect(auditOf(register, one.id).at(-1)).toMatchObject({ action: 'rectification.term', before: { dueOn: '2026-06-30' }, after: { dueOn: '2026-07-31', text: '汛期' } })
    })
  })

  it('reckons terms in working days', async () => {
    await withStory(async ({ as }) => {
      expect(await as(officer).rectification.start()).toEqual({ today: '2026-06-15', dueOn: '2026-07-13' })
      expect(await as(officer).rectification.term({ days: 5 })).toEqual({ dueOn: '2026-06-22' })
    })
  })

  it('is saved as a workbook and as a document', async () => {
    await withStory(async (story) => {
      await mended(story)
      for (const format of ['xlsx', 'docx'] as const) {
        const file = await finished(story.as(officer).rectification.export({ format, locale: 'zh-CN' }))
        expect(file.name).toBe(`龙岭县水利局廉政风险防控整改台账.${format}`)
        expect(file.size).toBeGreaterThan(2000)
      }
    })
  })
})

describe('entries of other areas', () => {
  it('are opened within their change, and taken back with it', async () => {
    await withStory(async ({ sample: { register, approvals, point }, as }) => {
      await expect(register.change(async (change) => {
        await openRectification(change, { problem: '预警未处置', source: 'warning', departmentId: approvals })
        throw new Error('the rest failed')
      })).rejects.toThrow('the rest failed')
      expect((await as(officer).rectification.list({})).total).toBe(0)
      const { id } = await register.change((change) => openRectification(change, { problem: '预警未处置', source: 'warning', departmentId: approvals, subject: { entity: 'warning', id: point } }))
      expect(await as(officer).rectification.get({ id })).toMatchObject({ source: 'warning', foundOn: '2026-06-15', dueOn: '2026-07-13', subject: { entity: 'warning', id: point, label: '' } })
    })
  })

  it('come from a finding of the consistency check, once, and not where there is nothing to mend', async () => {
    await withStory(async ({ as, sample, point }) => {
      const id = await point('high')
      const writer = as(officer)
      const order = { rule: 'heaviest-without-measure' as const, subjectId: id, locale: 'zh-CN' as const }
      const entered = await writer.rectification.fromFinding(order)
      expect(entered.stood).toBe(false)
      expect(await as(head).rectification.fromFinding(order)).toEqual({ ...entered, stood: true })
      const entry = await writer.rectification.get({ id: entered.id })
      expect(entry).toMatchObject({ source: 'consistency', rule: 'heaviest-without-measure', departmentName: '行政审批股', subject: { entity: 'risk-point', id } })
      expect(entry.problem).toMatch(/^最高等级风险没有落实的措施：取水许可审批——第\d+种不按条件受理申请的情形$/u)
      expect(await refusal(writer.rectification.fromFinding({ ...order, subjectId: sample.point }))).toBe('rectification.no-finding')
      expect(await refusal(writer.rectification.fromFinding({ rule: 'power-without-flow', subjectId: sample.tender, locale: 'zh-CN' }))).toBe('permission.elsewhere')
    })
  })
})
