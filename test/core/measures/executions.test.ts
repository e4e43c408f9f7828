import { describe, expect, it } from 'vitest'
import type { MeasurePatch } from '#shared/contract/measures.ts'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import { assignPost } from '#core/people/holdings.ts'
import { auditOf, rowOf } from '../helpers/sample.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'

const photo = (name = '公示照片.jpg') => new File([`picture ${name}`], name, { type: 'image/jpeg' })

/** What the officer of the approvals department does to the measure of the sample. */
function writer({ as, sample: { measure: id } }: Story) {
  const { measures } = as(names.officer)
  const get = () => measures.get({ id })
  return {
    get,
    set: async (patch: MeasurePatch) => measures.save({ items: [{ id, revision: (await get()).revision, patch }] }),
    execute: async (doneOn: string, evidence: File[] = [], note = '') => measures.execute({ id, revision: (await get()).revision, doneOn, evidence, note }),
    withdraw: (executionId: string, reason = '记错了') => measures.withdrawExecution({ id, executionId, reason }),
    addEvidence: (executionId: string, evidence: File[]) => measures.addEvidence({ id, executionId, evidence }),
    work: () => measures.work({ id }),
  }
}

const verified = ({ sample: { register } }: Story) => verifySteps.flatMap(({ find }) => find(register.database.connection, { folder: register.core.folder, against: [] }))

describe('an execution of a measure', () => {
  it('with evidence makes a dated measure done on that day; without, it is under way until evidence comes', () => withStory(async (story) => {
    const { get, set, execute, addEvidence, work } = writer(story)
    await set({ dueOn: '2026-06-30', progress: 'planned' })
    const { executionId, progress } = await execute('2026-06-10', [], '窗口已换新公示栏')
    expect(progress).toBe('in-force')
    expect(await get()).toMatchObject({ progress: 'in-force', executionCount: 1, lastDoneOn: '2026-06-10', doneOn: null })
    await addEvidence(executionId, [photo(), photo('验收单.pdf')])
    expect(await get()).toMatchObject({ progress: 'done', doneOn: '2026-06-10', overdue: false })
    const [execution] = (await work()).executions
    expect(execution).toMatchObject({ doneOn: '2026-06-10', dueFor: '2026-06-30', note: '窗口已换新公示栏', recordedBy: names.officer, withdrawn: null })
    expect(execution?.evidence.map(({ fileName }) => fileName)).toEqual(['公示照片.jpg', '验收单.pdf'])
    const file = await story.as(names.chief).attachments.read({ attachmentId: execution?.evidence[0]?.id ?? '' })
    expect(await file.text()).toBe('picture 公示照片.jpg')
    expect(auditOf(story.sample.register, story.sample.measure).slice(-2)).toMatchObject([
      { action: 'control-measure.execute', before: { progress: 'planned' }, after: { executedOn: '2026-06-10', dueFor: '2026-06-30', note: '窗口已换新公示栏', progress: 'in-force' } },
      { action: 'control-measure.add-evidence', before: { progress: 'in-force' }, after: { evidence: ['公示照片.jpg', '验收单.pdf'], progress: 'done', doneOn: '2026-06-10' } },
    ])
    expect(verified(story)).toEqual([])
  }))

  it('moves the day a recurring measure is next due, tells what was missed, and does not make it a modified one', () => withStory(async (story) => {
    const { get, set, execute } = writer(story)
    const { register } = story.sample
    await set({ dueOn: '2026-01-31', frequency: 'monthly' })
    register.database.connection.exec("UPDATE control_measure SET year_mark = 'unchanged'")
    expect(await get()).toMatchObject({ overdue: true, daysLate: 135, term: 'dated', rhythmFrom: '2026-01-31' })
    expect(await execute('2026-03-03')).toMatchObject({ dueOn: '2026-03-31', missed: 1, progress: 'in-force' })
    expect(await execute('2026-06-15', [photo()])).toMatchObject({ dueOn: '2026-06-30', missed: 2 })
    expect(await get()).toMatchObject({ progress: 'in-force', executionCount: 2, lastDoneOn: '2026-06-15', overdue: false, daysLate: 0, yearMark: 'unchanged' })
  }))

  it('is refused where it lies in the future, on a stale view, on a withdrawn measure, and to another department', () => withStory(async (story) => {
    const { execute, get } = writer(story)
    const id = story.sample.measure
    await expect(execute('2026-06-16')).rejects.toMatchObject({ data: { code: 'execution.in-future', field: 'doneOn' } })
    await expect(story.as(names.officer).measures.execute({ id, revision: 99, doneOn: '2026-06-01' })).rejects.toMatchObject({ code: 'STALE' })
    const { measures } = story.as(names.officer)
    await measures.withdraw({ ids: [id] })
    await expect(execute('2026-06-01')).rejects.toMatchObject({ data: { code: 'record.withdrawn' } })
    await measures.reinstate({ ids: [id] })
    await story.sample.register.change(async (change) => {
      await change.db.updateTable('control_measure').set({ department_id: story.sample.works }).where('id', '=', id).execute()
      await change.record({ action: 'control-measure.change', entity: 'control-measure', entityId: id })
    })
    await expect(execute('2026-06-01')).rejects.toMatchObject({ data: { code: 'permission.elsewhere' } })
    expect((await get()).executionCount).toBe(0)
  }))

  it('recorded wrongly is withdrawn with a reason, stays on record, and what followed from it is taken back', () => withStory(async (story) => {
    const { get, set, execute, withdraw, addEvidence, work } = writer(story)
    await set({ dueOn: '2026-06-30' })
    const wrong = await execute('2026-06-10', [photo()])
    expect(await get()).toMatchObject({ progress: 'done' })
    expect(await withdraw(wrong.executionId, '执行的是另一项措施')).toEqual({ progress: 'in-force', dueOn: '2026-06-30' })
    expect(await get()).toMatchObject({ progress: 'in-force', doneOn: null, executionCount: 0, lastDoneOn: null })
    expect((await work()).executions).toMatchObject([{ doneOn: '2026-06-10', withdrawn: { reason: '执行的是另一项措施', by: names.officer } }])
    await expect(withdraw(wrong.executionId)).rejects.toMatchObject({ data: { code: 'execution.withdrawn' } })
    await expect(addEvidence(wrong.executionId, [photo()])).rejects.toMatchObject({ data: { code: 'execution.withdrawn' } })
    await set({ frequency: 'quarterly' })
    const first = await execute('2026-06-12')
    expect(first.dueOn).toBe('2026-09-30')
    expect((await withdraw(first.executionId)).dueOn).toBe('2026-06-30')
    // A day a person has set since is his; the withdrawal leaves it alone.
    const second = await execute('2026-06-13')
    await set({ dueOn: '2026-10-15' })
    expect((await withdraw(second.executionId)).dueOn).toBe('2026-10-15')
    expect(verified(story)).toEqual([])
  }))

  it('belongs to one measure: another one can neither withdraw it nor add to it', () => withStory(async (story) => {
    const { execute } = writer(story)
    const { executionId } = await execute('2026-06-10')
    const { measures, attachments } = story.as(names.officer)
    const { id } = await measures.create({ content: '另一项', departmentId: story.sample.approvals })
    await expect(measures.withdrawExecution({ id, executionId, reason: '。' })).rejects.toMatchObject({ data: { code: 'execution.unknown' } })
    await expect(measures.addEvidence({ id, executionId, evidence: [photo()] })).rejects.toMatchObject({ data: { code: 'execution.unknown' } })
    await expect(attachments.add({ entity: 'measure-execution' as 'power', entityId: executionId, file: photo() })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }))

  it('and its evidence cannot be changed past the program without showing', () => withStory(async (story) => {
    const { execute, work } = writer(story)
    const { executionId } = await execute('2026-06-10', [photo()])
    const { connection } = story.sample.register.database
    expect(() => connection.exec("UPDATE measure_execution SET done_on = '2026-01-01'")).toThrow('an execution never changes')
    expect(() => connection.exec('DELETE FROM measure_execution')).toThrow('an execution never changes')
    const evidence = (await work()).executions[0]?.evidence[0]?.id ?? ''
    await expect(story.as(names.officer).attachments.withdraw({ attachmentId: evidence })).rejects.toMatchObject({ data: { code: 'attachment.of-execution' } })
    connection.exec("DROP TRIGGER measure_execution_keeps_what_was; UPDATE measure_execution SET done_on = '2026-01-01'")
    expect(verified(story).map(({ code }) => code)).toContain('integrity.row-changed')
    expect(rowOf(story.sample.register, 'measure_execution', executionId)['done_on']).toBe('2026-01-01')
  }))
})

const check = (story: Story, name: string, effectiveness: 'effective' | 'partly' | 'ineffective', note = '') => story.as(name).measures.check({ id: story.sample.measure, effectiveness, note })

describe('a check of a measure', () => {
  it('by a leader or the inspector rates it, and the last rating stands', () => withStory(async (story) => {
    await check(story, names.leader, 'partly', '公示内容未及时更新')
    await check(story, names.inspector, 'effective')
    const { measures } = story.as(names.officer)
    expect(await measures.get({ id: story.sample.measure })).toMatchObject({ effectiveness: 'effective' })
    expect((await measures.work({ id: story.sample.measure })).checks.map(({ effectiveness, note, checkedBy }) => [effectiveness, note, checkedBy]))
      .toEqual([['effective', '', names.inspector], ['partly', '公示内容未及时更新', names.leader]])
    expect((await measures.list({ filter: { effectiveness: ['effective'] } })).total).toBe(1)
    expect((await measures.list({ filter: { effectiveness: ['partly', ''] } })).total).toBe(0)
    story.sample.register.database.connection.exec("UPDATE control_measure SET effectiveness = 'ineffective'")
    expect(verified(story)).toMatchObject([{ code: 'integrity.last-kept', params: { column: 'effectiveness', records: 1 } }])
  }))

  it('says what is amiss where it is less than effective', () => withStory(async (story) => {
    await expect(check(story, names.chief, 'ineffective')).rejects.toMatchObject({ data: { code: 'measure.check-note-missing', field: 'note' } })
  }))

  it('is refused to writers, and to whoever wrote the measure, carried it out or holds its post', () => withStory(async (story) => {
    const { register, measure: id, approvals, worksPost } = story.sample
    await expect(check(story, names.officer, 'effective')).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    const leader = story.ids.get(names.leader) ?? ''
    await register.change((change) => assignPost(change, { postId: worksPost, personId: leader, since: '2026-01-01', until: null, alongside: false }))
    await writer(story).set({ ownerPostId: worksPost })
    expect(await story.as(names.leader).measures.work({ id })).toMatchObject({ mayNotCheck: 'measure.own-post-check' })
    await expect(check(story, names.leader, 'effective')).rejects.toMatchObject({ data: { code: 'measure.own-post-check' } })
    // Somebody with two roles is still one person.
    await register.database.change({ kind: 'person', name: names.inspector, id: story.ids.get(names.inspector) }, async (change) => {
      await change.db.updateTable('control_measure').set({ department_id: approvals }).where('id', '=', id).execute()
      await change.record({ action: 'control-measure.change', entity: 'control-measure', entityId: id })
    })
    await expect(check(story, names.inspector, 'effective')).rejects.toMatchObject({ data: { code: 'measure.own-check' } })
    await writer(story).set({ owner: '主要 领导' })
    expect(await story.as(names.chief).measures.work({ id })).toMatchObject({ mayNotCheck: 'measure.own-name-check' })
    await expect(check(story, names.chief, 'effective')).rejects.toMatchObject({ data: { code: 'measure.own-name-check' } })
    await writer(story).set({ owner: null })
    await check(story, names.chief, 'effective')
  }))
})

describe('how often a measure is carried out', () => {
  it('goes with its day, keeps the day it is counted from, and can be undone whole', () => withStory(async (story) => {
    const { get, set } = writer(story)
    await expect(set({ frequency: 'monthly' })).rejects.toMatchObject({ data: { code: 'measure.frequency-without-day' } })
    await expect(set({ frequency: 'monthly', dueOn: '2500-01-01' })).rejects.toMatchObject({ data: { code: 'measure.day-too-far' } })
    await set({ frequency: 'monthly', dueOn: '2026-02-28', rhythmFrom: '2025-12-31' })
    expect(await get()).toMatchObject({ term: 'dated', rhythmFrom: '2025-12-31' })
    const [saved] = await set({ dueOn: '2026-03-05' })
    expect(await get()).toMatchObject({ rhythmFrom: '2026-03-05' })
    await set(saved?.before ?? {})
    expect(await get()).toMatchObject({ dueOn: '2026-02-28', rhythmFrom: '2025-12-31' })
    await set({ term: 'long-term' })
    expect(await get()).toMatchObject({ frequency: null, rhythmFrom: null, dueOn: null })
  }))

  it('and who answers are looked for: a post counts as an owner, and stays while it answers', () => withStory(async (story) => {
    const { set } = writer(story)
    const { measures } = story.as(names.officer)
    const total = async (filter: object) => (await measures.list({ filter })).total
    expect([await total({ hasOwner: true }), await total({ hasOwner: false })]).toEqual([0, 1])
    await set({ ownerPostId: story.sample.worksPost, frequency: 'weekly', dueOn: '2026-07-01' })
    expect([await total({ hasOwner: true }), await total({ hasOwner: false }), await total({ ownerPostIds: [story.sample.worksPost] }), await total({ frequencies: ['weekly'] }), await total({ frequencies: [''] })]).toEqual([1, 0, 1, 1, 0])
    expect(await measures.get({ id: story.sample.measure })).toMatchObject({ ownerPostName: '招标岗', ownerPostDepartment: '建设管理股' })
    expect(verified(story)).toEqual([])
  }))
})
