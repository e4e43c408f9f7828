import { expect, it } from 'vitest'
import type { MeasurePatch } from '#shared/contract/measures.ts'
import { executeMeasure } from '#core/measures/executions/execute-measure.ts'
import { changeMeasure } from '#core/measures/measure-records.ts'
import { materialChanges } from '#core/review/differences.ts'
import { snapshotsOf } from '#core/review/looked-at.ts'
import { pairs } from '#core/years/pairs.ts'
import { materialMeasure, pointWithMeasures } from '#core/years/material.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

/** The register as it stands, for being compared with later: a copy of the measures as they were. */
async function looked({ register, point }: Sample) {
  const snapshot = (await snapshotsOf(register.database.read, [point])).get(point)
  if (snapshot === undefined) throw new Error('nothing to look at')
  return snapshot.content
}

it('that a recurring measure is next due on another day is no material change; how often and who answers is one', async () => {
  const sample = await openSample()
  const { register, measure: id, works, worksPost } = sample
  try {
    const change = (patch: MeasurePatch) => register.change((at) => changeMeasure(at, { id, patch }))
    await change({ dueOn: '2026-06-30', frequency: 'monthly', departmentId: works })
    const before = await looked(sample)
    const { revision } = await register.database.read.selectFrom('control_measure').select('revision').where('id', '=', id).executeTakeFirstOrThrow()
    await register.change((at) => executeMeasure(at, { id, revision, doneOn: '2026-06-10', note: '', evidence: [] }))
    const list = await pointWithMeasures.lists['measures']?.(register.database.read, [sample.point])
    expect(materialChanges(before, await looked(sample))).toEqual([])
    await change({ frequency: 'quarterly', ownerPostId: worksPost })
    expect(materialChanges(before, await looked(sample)).map(({ field, before: was, after }) => [field, was, after])).toEqual([['ownerPostId', null, worksPost], ['frequency', 'monthly', 'quarterly']])
    const now = await pointWithMeasures.lists['measures']?.(register.database.read, [sample.point])
    expect(list?.get(sample.point)).not.toContain('2026-07-31')
    expect(now?.get(sample.point)).toContain('quarterly')
    for await (const chunk of pairs({ earlier: register.database.read, later: register.database.read }, materialMeasure)) expect(chunk[0]?.after).toMatchObject({ due_on: null, frequency: 'quarterly', owner_post_id: worksPost })
    await change({ frequency: null })
    expect(materialChanges(before, await looked(sample)).map(({ field }) => field).toSorted()).toEqual(['dueOn', 'frequency', 'ownerPostId'])
  } finally {
    await register.close()
  }
})
