import { describe, expect, it } from 'vitest'
import { createPost } from '#core/organisation/post-records.ts'
import { codesOf, everyCheck, factorsOf, names, one, outcome, pass, withStory } from './review-story.ts'
import type { Story } from './review-story.ts'

const { officer, other, head, leader, chief, inspector } = names

/** Takes an entry as far as the named step's turn. */
async function upTo({ as }: Story, id: string, step: 'approval' | 'inspection' | 'determination' | 'publicity'): Promise<void> {
  await outcome(as(officer).review.submit({ selection: one(id) }))
  await pass(as(other), id)
  if (step === 'approval') return
  for (const name of [head, leader, chief]) if ((await pass(as(name), id)).done === 1) break
  if (step === 'inspection') return
  await pass(as(inspector), id)
  if (step === 'determination') return
  await pass(as(chief), id)
}

/** A file that shows the grounds, entered as it would be by the attachments. */
async function evidence({ sample: { register } }: Story, riskPointId: string): Promise<string> {
  return register.change(async (change) => {
    const id = change.newId()
    await change.db.insertInto('attachment').values({ id, entity: 'risk-point', entity_id: riskPointId, file_name: '会议纪要.pdf', media_type: 'application/pdf', size: 3, hash: '0'.repeat(64), secrecy: 'internal', added_by: change.actor.name, added_at: change.at }).execute()
    await change.record({ action: 'attachment.add', entity: 'attachment', entityId: id, after: { fileName: '会议纪要.pdf' } })
    return id
  })
}

async function inForce(story: Story, grade: 'high' | 'medium' | 'low'): Promise<string> {
  const id = await story.point(grade)
  await upTo(story, id, 'publicity')
  await story.sample.register.change((change) => change.db.updateTable('risk_point').set({ entry_state: 'in-force' }).where('id', '=', id).execute().then(() => change.record({ action: 'review.file', entity: 'review', entityId: id })))
  return id
}

describe('an entry', () => {
  it.each([['high', chief], ['medium', leader], ['low', head]] as const)('of grade %s goes from draft to publicity by %s, each level standing beside the others', async (grade, approver) => {
    await withStory(async (story) => {
      const id = await story.point(grade)
      expect((await story.entry(id)).entry_state).toBe('draft')
      await outcome(story.as(officer).review.submit({ selection: one(id) }))
      expect(await story.entry(id)).toMatchObject({ entry_state: 'submitted', entry_grade: grade, entry_due_on: '2026-06-22' })
      await pass(story.as(other), id)
      expect((await pass(story.as(approver), id)).done).toBe(1)
      await pass(story.as(inspector), id)
      await pass(story.as(chief), id)
      expect(await story.entry(id)).toMatchObject({ entry_state: 'publicity', determined_grade: grade, grade_code: grade })
      const { levels } = await story.as(chief).review.desk({ id })
      expect(levels.map(({ action, person }) => [action, person])).toEqual([['submit', officer], ['pass', other], ['pass', approver], ['pass', inspector], ['pass', chief]])
      expect(levels.every((level) => level.grade === grade && level.hasSnapshot && level.factors?.['likelihood'] === factorsOf[grade].likelihood)).toBe(true)
    })
  })

  it('is not submitted without a grade or with an open question', async () => {
    await withStory(async ({ as, sample }) => {
      const { id } = await as(officer).risks.create({ powerId: sample.licence, manifestation: '没有评级的情形', departmentId: sample.approvals })
      expect(codesOf(await outcome(as(officer).review.submit({ selection: one(id) })))).toEqual(['review.ungraded'])
    })
  })

  it('comes back from any step with a reason, is changed, and goes again', async () => {
    await withStory(async (story) => {
      const id = await story.point('medium')
      await upTo(story, id, 'inspection')
      const back = (reason: string) => outcome(story.as(inspector).review.decide({ selection: one(id), decision: 'return', reason }))
      expect(codesOf(await back(' '))).toEqual(['review.reason-missing'])
      expect((await back('表现形式写得太笼统')).done).toBe(1)
      expect((await story.entry(id)).entry_state).toBe('returned')
      const { revision } = await story.as(officer).risks.get({ id })
      await story.as(officer).risks.save({ items: [{ id, revision, patch: { manifestation: '对不符合第七条条件的申请予以受理' } }] })
      await upTo(story, id, 'publicity')
      expect((await story.entry(id)).entry_state).toBe('publicity')
    })
  })

  it('is called back by its writers until somebody takes it in hand', async () => {
    await withStory(async ({ as, point, entry }) => {
      const id = await point('low')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      expect((await outcome(as(officer).review.recall({ selection: one(id) }))).done).toBe(1)
      expect((await entry(id)).entry_state).toBe('draft')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      expect((await outcome(as(other).review.take({ selection: one(id) }))).done).toBe(1)
      expect((await entry(id)).entry_state).toBe('department-review')
      expect(codesOf(await outcome(as(officer).review.recall({ selection: one(id) })))).toEqual(['permission.state'])
    })
  })

  it('is not its writers’ to change or grade while it is under review', async () => {
    await withStory(async ({ as, point }) => {
      const id = await point('low')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      const { revision } = await as(officer).risks.get({ id })
      await expect(as(officer).risks.save({ items: [{ id, revision, patch: { title: '改' } }] })).rejects.toMatchObject({ data: { code: 'permission.state' } })
      await expect(as(officer).grading.grade({ items: [{ riskPointId: id, revision, factors: factorsOf.high }], reason: '' })).rejects.toMatchObject({ data: { code: 'permission.state' } })
    })
  })

  it('is passed only by somebody who ticked everything the step asks for', async () => {
    await withStory(async ({ as, point }) => {
      const id = await point('low')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      const decided = await outcome(as(other).review.decide({ selection: one(id), decision: 'pass', checklist: ['complete'] }))
      expect(decided.reasons).toMatchObject([{ code: 'review.checklist-open', params: { open: 1 } }])
    })
  })
})

describe('four eyes', () => {
  it('nobody reviews what he wrote', async () => {
    await withStory(async ({ as, point }) => {
      const id = await point('low')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      expect(codesOf(await pass(as(officer), id))).toEqual(['review.own-entry'])
      expect((await as(officer).review.desk({ id })).verdict).toEqual({ may: false, role: null, why: 'own-entry' })
      expect((await as(other).review.desk({ id })).verdict).toEqual({ may: true, role: 'risk-officer', why: null })
    })
  })

  it('nobody reviews what concerns his own post', async () => {
    await withStory(async (story) => {
      const { register, approvals } = story.sample
      const postId = await register.change((change) => createPost(change, { departmentId: approvals, name: '受理岗' }))
      const id = await story.point('low', { postId })
      await register.change(async (change) => {
        const holding = change.newId()
        await change.db.insertInto('post_holding').values({ id: holding, post_id: postId, person_id: story.ids.get(other) ?? '', since: '2026-01-01', until: null, created_at: change.at, updated_at: change.at }).execute()
        await change.record({ action: 'post-holding.create', entity: 'post-holding', entityId: holding })
      })
      await outcome(story.as(officer).review.submit({ selection: one(id) }))
      expect(codesOf(await pass(story.as(other), id))).toEqual(['review.own-post'])
      expect((await pass(story.as(head), id)).done).toBe(1)
    })
  })

  it('where nobody of the role is left, the next higher one is asked', async () => {
    await withStory(async ({ as, point, entry }) => {
      const id = await point('low')
      // The section head wrote on it too, so the leader in charge approves in his place.
      const { revision } = await as(head).risks.get({ id })
      await as(head).risks.save({ items: [{ id, revision, patch: { title: '受理条件' } }] })
      await outcome(as(officer).review.submit({ selection: one(id) }))
      await pass(as(other), id)
      expect((await entry(id)).entry_state).toBe('head-approval')
      expect(codesOf(await pass(as(head), id))).toEqual(['review.own-entry'])
      expect((await as(leader).review.desk({ id })).step?.roles).toEqual(['leader-in-charge'])
      expect(await as(leader).review.mine()).toMatchObject({ asked: 1, roles: ['leader-in-charge'] })
      expect((await as(leader).risks.list({ filter: { askedRoles: ['leader-in-charge'] } })).rows.map((row) => row.id)).toEqual([id])
      expect((await as(chief).review.mine()).asked).toBe(0)
      expect((await pass(as(leader), id)).done).toBe(1)
    })
  })

  it('whoever has not the step’s role is refused, whatever else he is', async () => {
    await withStory(async ({ as, point }) => {
      const id = await point('high')
      await outcome(as(officer).review.submit({ selection: one(id) }))
      await pass(as(other), id)
      for (const name of [head, leader, inspector]) expect(codesOf(await pass(as(name), id)), name).not.toEqual([])
      expect((await pass(as(chief), id)).done).toBe(1)
    })
  })
})

describe('raising and lowering', () => {
  it('a raise needs a reason and asks the heavier grade’s approver from then on', async () => {
    await withStory(async (story) => {
      const id = await story.point('low')
      await outcome(story.as(officer).review.submit({ selection: one(id) }))
      expect(codesOf(await pass(story.as(other), id, { grade: { finalGrade: 'high' } }))).toEqual(['review.reason-missing'])
      expect((await pass(story.as(other), id, { grade: { finalGrade: 'high' }, reason: '近年同类案件较多' })).done).toBe(1)
      expect(await story.entry(id)).toMatchObject({ entry_state: 'chief-approval', entry_grade: 'high', grade_code: 'low' })
    })
  })

  it('a lowering needs a reason, evidence and a higher approver, and stays in its own list', async () => {
    await withStory(async (story) => {
      const id = await story.point('medium')
      await upTo(story, id, 'approval')
      const lower = (more: object) => pass(story.as(leader), id, { grade: { finalGrade: 'low' }, ...more })
      expect(codesOf(await lower({}))).toEqual(['review.reason-missing'])
      expect(codesOf(await lower({ reason: '已有制度' }))).toEqual(['review.evidence-missing'])
      expect((await lower({ reason: '已有制度', evidence: [await evidence(story, id)] })).done).toBe(1)
      expect((await story.entry(id)).entry_state).toBe('chief-approval')
      expect(codesOf(await pass(story.as(leader), id))).toEqual(['permission.state'])
      expect((await story.as(chief).review.desk({ id })).step?.agreement).toBe(true)
      expect((await pass(story.as(chief), id)).done).toBe(1)
      expect((await story.entry(id)).entry_state).toBe('inspection-review')
      expect((await story.as(inspector).review.lowerings({})).rows).toMatchObject([{ riskPointId: id, before: 'medium', grade: 'low', person: leader, reason: '已有制度' }])
    })
  })

  it('a grade lowered by the chief himself waits for the inspection before it is determined', async () => {
    await withStory(async (story) => {
      const id = await story.point('high')
      await upTo(story, id, 'determination')
      await pass(story.as(chief), id, { grade: { finalGrade: 'medium' }, reason: '整改已完成', evidence: [await evidence(story, id)] })
      expect(await story.entry(id)).toMatchObject({ entry_state: 'inspection-review', determined_grade: null })
      await pass(story.as(inspector), id)
      expect(await story.entry(id)).toMatchObject({ entry_state: 'publicity', determined_grade: 'medium', grade_code: 'medium' })
    })
  })
})

describe('a batch', () => {
  it('takes a whole list with single points left out, and tells of each it could not do', async () => {
    await withStory(async ({ as, point, entry, sample }) => {
      const ids = [await point('low'), await point('medium'), await point('high')]
      const seenAt = new Date(sample.register.clock.now()).toISOString()
      const submitted = await outcome(as(officer).review.submit({ selection: { filter: { departmentIds: [sample.approvals] }, except: [ids[1] ?? ''], seenAt } }))
      // The sample's own point has no grade.
      expect(submitted).toMatchObject({ done: 2, left: 1, reasons: [{ code: 'review.ungraded' }] })
      expect((await entry(ids[1] ?? '')).entry_state).toBe('draft')
      const traces = await sample.register.database.read.selectFrom('audit_entry').select('entity_id').where('action', '=', 'review.submit').execute()
      expect(traces.map((row) => row.entity_id).toSorted()).toEqual([ids[0], ids[2]].toSorted())
    })
  })

  it('leaves alone what somebody else changed since the list was read', async () => {
    await withStory(async ({ as, point, sample: { register, approvals } }) => {
      const id = await point('low')
      const seenAt = new Date(register.clock.now()).toISOString()
      const { revision } = await as(other).risks.get({ id })
      register.clock.pass(1000)
      await as(other).risks.save({ items: [{ id, revision, patch: { title: '别人的修改' } }] })
      expect(codesOf(await outcome(as(officer).review.submit({ selection: { filter: { departmentIds: [approvals] }, except: [], seenAt } })))).toContain('review.changed-since')
      expect(codesOf(await outcome(as(officer).review.submit({ selection: { items: [{ id, revision }] } })))).toEqual(['review.changed-since'])
    })
  })

  it('of another department is refused row by row', async () => {
    await withStory(async ({ as, sample }) => {
      const { id } = await as(officer).risks.create({ powerId: sample.licence, manifestation: '一种情形', departmentId: sample.approvals })
      await sample.register.change((change) => change.db.updateTable('risk_point').set({ department_id: sample.works }).where('id', '=', id).execute().then(() => change.record({ action: 'risk-point.change', entity: 'risk-point', entityId: id })))
      expect(codesOf(await outcome(as(officer).review.submit({ selection: one(id) })))).toEqual(['permission.elsewhere'])
    })
  })
})

describe('a material change after somebody looked', () => {
  it('marks the entry to be examined again and says what changed; taken back, the mark goes', async () => {
    await withStory(async (story) => {
      const id = await story.point('low')
      await upTo(story, id, 'inspection')
      const change = async (discretion: 'yes' | 'unknown') => {
        const { revision } = await story.as(officer).powers.get({ id: story.sample.licence })
        await story.as(officer).powers.save({ items: [{ id: story.sample.licence, revision, patch: { discretion } }] })
      }
      await change('yes')
      expect((await story.entry(id)).to_re_examine).toBe(1)
      expect((await story.as(inspector).review.desk({ id })).reExaminations).toMatchObject([{ cause: 'changed', settledAt: null, changes: [{ record: 'power', field: 'discretion', before: 'unknown', after: 'yes' }] }])
      await change('unknown')
      expect((await story.entry(id)).to_re_examine).toBe(0)
    })
  })

  it('by a new measure or one that lost its owner is seen too, and settled by the next decision', async () => {
    await withStory(async (story) => {
      const id = await story.point('low')
      await upTo(story, id, 'inspection')
      await story.as(officer).measures.create({ content: '双人受理', departmentId: story.sample.approvals, riskPointIds: [id] })
      expect((await story.entry(id)).to_re_examine).toBe(1)
      await pass(story.as(inspector), id)
      expect((await story.entry(id)).to_re_examine).toBe(0)
    })
  })

  it('of an entry in force is kept as it is, with a reason, or opens it again', async () => {
    await withStory(async (story) => {
      const id = await story.point('low')
      await upTo(story, id, 'publicity')
      await story.sample.register.change((change) => change.db.updateTable('risk_point').set({ entry_state: 'in-force' }).where('id', '=', id).execute().then(() => change.record({ action: 'review.file', entity: 'review', entityId: id })))
      const { revision } = await story.as(officer).risks.get({ id })
      await story.as(officer).risks.save({ items: [{ id, revision, patch: { manifestation: '换了一种说法的情形' } }] })
      expect((await story.entry(id)).to_re_examine).toBe(1)
      expect(codesOf(await outcome(story.as(inspector).review.keep({ selection: one(id), reason: '' })))).toEqual(['review.reason-missing'])
      expect((await outcome(story.as(inspector).review.keep({ selection: one(id), reason: '只是文字调整' }))).done).toBe(1)
      expect((await story.entry(id)).to_re_examine).toBe(0)
    })
  })
})

describe('an entry in force', () => {
  it('is opened to be lowered, must then be lowered, and needs evidence when it is submitted', async () => {
    await withStory(async (story) => {
      const id = await inForce(story, 'medium')
      await outcome(story.as(officer).review.reopen({ selection: one(id), kind: 'lower', reason: '制度已经健全' }))
      expect((await story.entry(id)).entry_state).toBe('draft')
      expect(codesOf(await outcome(story.as(officer).review.submit({ selection: one(id) })))).toEqual(['review.not-lowered'])
      const { revision } = await story.as(officer).risks.get({ id })
      await story.as(officer).grading.grade({ items: [{ riskPointId: id, revision, factors: factorsOf.low }], reason: '制度已经健全', approver: leader })
      expect(codesOf(await outcome(story.as(officer).review.submit({ selection: one(id), reason: '制度已经健全' })))).toEqual(['review.evidence-missing'])
      expect((await outcome(story.as(officer).review.submit({ selection: one(id), reason: '制度已经健全', evidence: [await evidence(story, id)] }))).done).toBe(1)
      await pass(story.as(other), id)
      // What stands is medium, so the leader in charge approves though the proposal is low.
      expect((await story.entry(id)).entry_state).toBe('leader-approval')
    })
  })

  it('is cancelled by review and by nothing else', async () => {
    await withStory(async (story) => {
      const id = await inForce(story, 'low')
      await expect(story.as(officer).risks.withdraw({ ids: [id] })).rejects.toMatchObject({ data: { code: 'risk.determined' } })
      await outcome(story.as(officer).review.reopen({ selection: one(id), kind: 'cancel', reason: '职权已取消' }))
      expect(await story.entry(id)).toMatchObject({ entry_state: 'submitted', state: 'in-force' })
      for (const name of [other, head, inspector, chief]) expect((await pass(story.as(name), id)).done, name).toBe(1)
      expect(await story.entry(id)).toMatchObject({ entry_state: 'cancelled', state: 'withdrawn' })
    })
  })
})

describe('spot checks', () => {
  it('draw the same points again by the same seed, others by another, never more than asked', async () => {
    await withStory(async ({ as, point }) => {
      for (let n = 0; n < 12; n++) await point(n % 2 === 0 ? 'low' : 'high')
      const draw = async (seed: string, gradeCodes: string[] = []) => {
        const sample = await as(inspector).review.drawSample({ seed, size: 4, gradeCodes })
        return { sample, ids: (await as(inspector).review.samplePoints({ id: sample.id })).map(({ riskPointId }) => riskPointId) }
      }
      const [first, again, another] = [await draw('2026-1'), await draw('2026-1'), await draw('2026-2')]
      expect(again.ids).toEqual(first.ids)
      expect(another.ids).not.toEqual(first.ids)
      expect(first).toMatchObject({ sample: { population: 12, size: 4 }, ids: { length: 4 } })
      expect((await draw('x', ['high'])).sample.population).toBe(6)
    })
  })
})

it('every check of the usual ladder has a code', () => {
  expect(everyCheck.length).toBeGreaterThan(5)
})
