import { expect, test } from 'vitest'
import { countGradeChanges } from '#core/archive/live-grade-changes.ts'
import { liveSnapshot } from '#core/archive/live-snapshot.ts'
import { allRows } from '#core/archive/snapshot.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import type { GradeOrder } from '#core/grading/grade-points.ts'
import { recordGrading } from '#core/grading/record-grading.ts'
import { aPoint, aPower, bringInForce, finish, itemFor, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

const heavy = { likelihood: 6, consequence: 40 }
const light = { likelihood: 1, consequence: 7 }
const year = 366 * 86_400_000

async function changesOf(register: TestRegister, ofYear: number) {
  const changes = await allRows(liveSnapshot(register.database.read, { year: ofYear, today: '' }), 'grade-change')
  expect(await countGradeChanges(register.database.read, ofYear)).toBe(changes.length)
  return changes.map(({ from, to, direction, on }) => ({ from, to, direction, on }))
}

const grade = async (register: TestRegister, id: string, factors: Record<string, number>, { finalGrade, ...more }: Partial<GradeOrder> & { finalGrade?: string } = {}) => {
  const items = [await itemFor(register, id, factors, finalGrade)]
  await register.change((change) => gradePoints(change, { items, reason: '', ...more }))
}

const approved = { reason: '整改到位', approver: '主要领导' }

test('a first grade and its acceptance are no change; a fall and a rise are, in the year they were made', async () => {
  await withGradedRegister(async (register) => {
    const id = await aPoint(register, { powerId: await aPower(register) })
    await grade(register, id, light)
    await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
    await grade(register, id, heavy)
    await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
    register.clock.pass(year)
    await grade(register, id, light, approved)
    expect(await changesOf(register, 2026)).toEqual([{ from: 'low', to: 'high', direction: 'raised', on: '2026-06-15' }])
    expect(await changesOf(register, 2027)).toEqual([{ from: 'high', to: 'low', direction: 'lowered', on: '2027-06-16' }])
    expect(await changesOf(register, 2025)).toEqual([])
  })
})

test('where a person departed from what the method and its overrides gave, that is a change as well, once', async () => {
  await withGradedRegister(async (register) => {
    await bringInForce(register, 'product-with-overrides')
    const id = await aPoint(register, { powerId: await aPower(register, { pastCase: true }) })
    await grade(register, id, light, { finalGrade: 'medium', ...approved })
    await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
    expect(await changesOf(register, 2026)).toEqual([{ from: 'high', to: 'medium', direction: 'lowered', on: '2026-06-15' }])
  })
})

test('an import that was taken back never changed a grade', async () => {
  await withGradedRegister(async (register) => {
    const id = await aPoint(register, { powerId: await aPower(register) })
    const versionId = await bringInForce(register, 'choice')
    const choose = (finalGrade: string, finalRank: number, source: 'import' | 'undo', batchId: string | null) => register.change(async (change) => {
      change.batchId = batchId
      await recordGrading(change, { riskPointId: id, stage: 'declared', methodVersionId: versionId, factors: { choice: finalGrade }, score: null, computedGrade: finalGrade, overrides: [], finalGrade, finalRank, direction: 'same', reason: '', source })
    })
    const batch = (state: 'applied' | 'undone') => register.change(async (change) => {
      const batchId = change.newId()
      await change.db.insertInto('import_batch').values({ id: batchId, file_name: 'a.xlsx', file_hash: '', form_codes: '[]', summary: '{}', state, imported_by: '测试员', imported_at: change.at, undone_at: null }).execute()
      await change.record({ action: 'import-batch.apply', entity: 'import-batch', entityId: batchId })
      return batchId
    })
    await choose('low', 1, 'import', await batch('applied'))
    await choose('high', 3, 'import', await batch('undone'))
    await choose('low', 1, 'undo', null)
    await choose('medium', 2, 'import', await batch('applied'))
    expect(await changesOf(register, 2026)).toEqual([{ from: 'low', to: 'medium', direction: 'raised', on: '2026-06-15' }])
  })
})
